// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.events.ThresholdSearch.ScoredSet;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {
  private static final long MINUTE_MS = 60_000;

  @Test
  void aSegmentIsHitInItsFirstEightPointsOnly() {
    LabelledSeries series = series(1_000, new Segment(300, 400), new Segment(500, 520));
    assertEquals(new EventCount(2, 2, 0), count(series, 307, 500, 501));
    assertEquals(new EventCount(1, 2, 0), count(series, 308, 390, 500));
    assertEquals(new EventCount(0, 2, 2), count(series, 299, 401));
  }

  @Test
  void falseAlarmsWithinTenPointsOfACountedOneAreThatOne() {
    LabelledSeries series = series(1_000, new Segment(900, 910));
    assertEquals(1, count(series, 300, 305, 310).falseAlarms());
    assertEquals(2, count(series, 300, 305, 311).falseAlarms());
    EventCount always = EventCounter.count(series, row -> true);
    assertEquals(new EventCount(1, 1, 64 + 9), always);
  }

  @Test
  void theFirstFifthCountsForNothing() {
    LabelledSeries series = series(1_000, new Segment(195, 230), new Segment(600, 610));
    assertEquals(new EventCount(1, 1, 0), count(series, 10, 100, 199, 201, 229, 600));
  }

  @Test
  void precisionRecallAndTheirMeanAreOfPooledCounts() {
    EventCount sum = new EventCount(3, 4, 1).and(new EventCount(0, 2, 5));
    assertEquals(3.0 / 9, sum.precision(), 1e-12);
    assertEquals(3.0 / 6, sum.recall(), 1e-12);
    assertEquals(0.4, sum.f1(), 1e-12);
    assertEquals(0, EventCount.NONE.f1());
  }

  @Test
  void delaysAreOfTheFirstAlarmOfEachSegmentThatWasHit() {
    LabelledSeries series =
        series(1_000, new Segment(300, 350), new Segment(500, 520), new Segment(700, 702));
    BitSet alarms = rows(302, 305, 509, 700);
    assertEquals(new Delays(2, 0, 2), Delays.over(List.of(Delays.of(series, alarms::get))));
  }

  @Test
  void oneThresholdIsWhereTheWorseSetIsBest() {
    LabelledSeries series = series(1_000, new Segment(300, 320), new Segment(500, 520));
    double[] loud = new double[1_000];
    loud[300] = 0.9;
    loud[500] = 0.8;
    loud[400] = 0.5;
    double[] faint = new double[1_000];
    faint[300] = 0.6;
    faint[500] = 0.6;
    faint[700] = 0.4;
    ScoredSet first = new ScoredSet(List.of(series), List.of(loud));
    ScoredSet second = new ScoredSet(List.of(series), List.of(faint));
    assertEquals(0.8, ThresholdSearch.best(List.of(first)));
    assertEquals(0.6, ThresholdSearch.best(List.of(first, second)));
    assertEquals(1, first.at(0.6).f1());
  }

  @ParameterizedTest
  @CsvSource({
    // R: qpois(c(.025, .975), mean)
    "0.5, 0, 2",
    "1, 0, 3",
    "4, 1, 8",
    "10, 4, 17",
    "100, 81, 120"
  })
  void theIntervalIsThatOfThePoissonQuantiles(double mean, long low, long high) {
    assertTrue(PoissonInterval.holds(mean, low));
    assertTrue(PoissonInterval.holds(mean, high));
    assertFalse(PoissonInterval.holds(mean, high + 1));
    assertTrue(low == 0 || !PoissonInterval.holds(mean, low - 1));
  }

  @Test
  void theBudgetCountsWhatLiesBetweenLabels() {
    LabelledSeries series = series(2_000, new Segment(800, 810), new Segment(950, 960));
    // Quiet: 400..749 and 1011..1999; between the labels is too little.
    AlarmBudget budget =
        AlarmBudget.of(series, 1, rows(399, 400, 749, 750, 880, 1_010, 1_011)::get);
    assertEquals(3, budget.alarms());
    double minutes = 349 + 988;
    assertEquals(minutes / (7 * 1_440), budget.seriesWeeks(), 1e-9);
    assertEquals(0, budget.inside());
    assertEquals(1, AlarmBudget.of(series, 1, row -> false).inside());
  }

  @Test
  void aPauseOfTheSeriesIsNoQuietTime() {
    LabelledSeries series = series(1_000);
    long[] at = series.atMs();
    for (int i = 600; i < 1_000; i++) {
      at[i] += 100 * 86_400_000L;
    }
    AlarmBudget budget = AlarmBudget.of(series, 1, row -> false);
    assertEquals((798 + 10) / (7 * 1_440.0), budget.seriesWeeks(), 1e-9);
  }

  private static EventCount count(LabelledSeries series, int... alarms) {
    return EventCounter.count(series, rows(alarms)::get);
  }

  private static BitSet rows(int... rows) {
    BitSet set = new BitSet();
    for (int row : rows) {
      set.set(row);
    }
    return set;
  }

  private static LabelledSeries series(int size, Segment... segments) {
    long[] at = LongStream.range(0, size).map(i -> i * MINUTE_MS).toArray();
    return new LabelledSeries("t", "t.csv", at, new double[size], Arrays.asList(segments));
  }
}
