// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import static io.signalbox.analytics.patterns.Rows.T0;
import static io.signalbox.analytics.patterns.Rows.atLeast;
import static io.signalbox.analytics.patterns.Rows.below;
import static io.signalbox.analytics.patterns.Rows.level;
import static io.signalbox.analytics.patterns.Rows.row;
import static io.signalbox.analytics.patterns.Rows.seen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.Sighting.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SymptomWatchTest {
  private final SymptomWatch watch = new SymptomWatch("prod", "pay");
  private final List<String> told = new ArrayList<>();

  private void fold(SymptomRow row, Sighting... sightings) {
    SymptomTable table = new SymptomTable(1, List.of(row));
    List<Sighting> sorted = Stream.of(sightings).sorted(Sighting.ORDER).toList();
    watch.advance(table, sorted.get(0).atMs() / 1000 * 1000, this::tell);
    watch.fold(table, sorted, this::tell);
  }

  private void tell(Symptom symptom) {
    told.add(
        (symptom.at().toEpochMilli() - T0) / 1000
            + " "
            + symptom.fields().get("name")
            + " "
            + symptom.fields().get("value"));
  }

  private void levels(SymptomRow row, double... values) {
    for (int i = 0; i < values.length; i++) {
      fold(row, seen(row, 10L * (i + 1), values[i]));
    }
  }

  private static Judging with(
      ReadingKind kind, boolean usual, long windowMs, Threshold when, int hold, long absentMs) {
    return new Judging(
        kind, null, Combining.SUM, usual, windowMs, 1, when, when.negated(), hold, absentMs, 0, 0);
  }

  @Test
  void aConditionIsToldWhenItBeginsToHoldAndAgainOnlyAfterItHasCleared() {
    levels(row(level(ReadingKind.LEVEL)), 0.95, 0.97, 0.85, 0.95, 0.7, 0.95);
    assertEquals(List.of("10 a 0.95", "60 a 0.95"), told);
  }

  @Test
  void aConditionThatMustHoldIsToldAtTheReadingThatMakesItEnough() {
    SymptomRow row = row(with(ReadingKind.LEVEL, false, 0, atLeast(0.9), 3, 0));
    levels(row, 0.95, 0.95, 0.1, 0.95, 0.95, 0.96, 0.97);
    assertEquals(List.of("60 a 0.96"), told);
  }

  @Test
  void whatStillHoldsIsRepeatedAndWhatFlapsRests() {
    Judging repeats =
        new Judging(
            ReadingKind.LEVEL,
            null,
            Combining.SUM,
            false,
            0,
            0,
            atLeast(0.9),
            below(0.9),
            1,
            0,
            20_000,
            30_000);
    levels(row(repeats), 1, 1, 1, 1, 0, 1, 0, 1, 0);
    assertEquals(List.of("10 a 1.0", "40 a 1.0", "60 a 1.0", "80 a 1.0"), told);
  }

  @Test
  void aCounterRisesByItsNewValueWhenItStartsAnewAndALevelDoesNot() {
    SymptomRow row = row(with(ReadingKind.RISE, false, 0, atLeast(1), 1, 0));
    fold(row, seen(row, 0, 1, 1, Nature.COUNTER, 7, "c"), seen(row, 0, 2, 1, Nature.LEVEL, 7, "l"));
    fold(row, seen(row, 0, 1, 2, Nature.COUNTER, 2, "c"), seen(row, 0, 2, 2, Nature.LEVEL, 2, "l"));
    fold(row, seen(row, 0, 1, 3, Nature.COUNTER, 3, "c"), seen(row, 0, 2, 3, Nature.LEVEL, 5, "l"));
    assertEquals(List.of("2 c 2.0", "3 c 1.0", "3 l 3.0"), told);
  }

  @Test
  void twoMetricsMakeARatioWhicheverComesFirst() {
    SymptomRow row = row(level(ReadingKind.LEVEL), List.of("n"));
    fold(row, seen(row, 0, 1, 1, Nature.LEVEL, 19, "p"));
    fold(row, seen(row, 1, 2, 2, Nature.LEVEL, 20, "p"));
    fold(row, seen(row, 0, 1, 3, Nature.LEVEL, 19, "p"));
    assertEquals(List.of("3 p 0.95"), told);
  }

  @Test
  void againstTheUsualCountsOnlyOnceTheUsualIsKnownAndAnAnomalyTeachesNothing() {
    SymptomRow row = row(with(ReadingKind.LEVEL, true, 0, atLeast(3), 1, 0));
    levels(row, 90, 10, 10, 10, 10, 10, 10, 10, 10, 10, 90, 90, 90, 18, 90);
    assertEquals(List.of("110 a 90.0", "150 a 90.0"), told);
  }

  @Test
  void aLineThatRisesGrowsAndReachesItsTargetInTime() {
    SymptomRow growth = row(with(ReadingKind.GROWTH, false, 60_000, atLeast(0.5), 1, 0));
    levels(growth, 10, 12, 14, 16, 18, 20, 22);
    assertEquals("60", told.get(0).substring(0, 2));
    told.clear();
    SymptomRow forecast = row(with(ReadingKind.FORECAST, false, 60_000, below(60), 1, 0));
    levels(forecast, .1, .2, .3, .4, .5, .6);
    assertEquals(1, told.size());
    assertEquals(40, Double.parseDouble(told.get(0).substring(5)), 1e-6);
  }

  @Test
  void aLagThatRisesEverFasterAccelerates() {
    SymptomRow row = row(with(ReadingKind.ACCELERATION, false, 60_000, atLeast(2), 1, 0));
    levels(row, 10, 11, 12, 13, 18, 23, 28);
    assertEquals(List.of("60 a"), told.stream().map(one -> one.substring(0, 4)).toList());
  }

  @Test
  void aLagThatRisesEvenlyDoesNotAccelerate() {
    levels(
        row(with(ReadingKind.ACCELERATION, false, 60_000, atLeast(2), 1, 0)),
        10,
        11,
        12,
        13,
        14,
        15,
        16);
    assertEquals(List.of(), told);
  }

  @Test
  void whoHasGoneSilentIsToldOnceAndForgottenLater() {
    SymptomRow row = row(with(ReadingKind.LEVEL, false, 0, atLeast(9), 1, 180_000));
    SymptomTable table = new SymptomTable(1, List.of(row));
    levels(row, 1, 1);
    assertEquals(T0 + 200_000, wake(table, T0 + 190_000));
    wake(table, T0 + 200_000);
    wake(table, T0 + 900_000);
    assertEquals(List.of("200 a 180.0"), told);
    wake(table, T0 + 2 * 60 * 60_000);
    assertTrue(watch.isEmpty());
    assertEquals(Long.MAX_VALUE, watch.nextWakeMs());
  }

  private long wake(SymptomTable table, long nowMs) {
    watch.advance(table, nowMs, this::tell);
    return watch.nextWakeMs();
  }

  @Test
  void aToolIsNewOnlyToThoseWhoAreKnown() {
    SymptomRow row = row(with(ReadingKind.NOVELTY, false, 60_000, atLeast(1), 1, 0));
    fold(row, seen(row, 0, 1, 1, Nature.LEVEL, 1, "old"));
    fold(row, seen(row, 0, 1, 30, Nature.LEVEL, 1, "second"));
    fold(
        row,
        seen(row, 0, 1, 70, Nature.LEVEL, 1, "new"),
        seen(row, 0, 1, 70, Nature.LEVEL, 1, "old"));
    assertEquals(List.of("70 new 1.0"), told);
  }

  @Test
  void aRowThatIsChangedJudgesAfreshWhatTheOldOneLookedAt() {
    SymptomRow old = row(level(ReadingKind.LEVEL));
    SymptomRow changed = row(with(ReadingKind.LEVEL, false, 0, atLeast(0.5), 1, 0));
    SymptomTables tables =
        SymptomTables.of(new SymptomTable(1, List.of(old)))
            .with(T0 + 20_000, new SymptomTable(2, List.of(changed)));
    assertEquals(2, tables.rows().size());
    assertEquals(old.look(), changed.look());
    for (long second : new long[] {10, 20}) {
      watch.advance(tables.at(T0 + second * 1000), T0 + second * 1000, this::tell);
      watch.fold(tables.at(T0 + second * 1000), List.of(seen(old, second, 0.6)), this::tell);
    }
    assertEquals(List.of("20 a 0.6"), told);
    assertEquals(1, watch.places());
  }

  @Test
  void placesBeyondTheBoundAreCounted() {
    SymptomRow row = row(level(ReadingKind.LEVEL));
    for (int i = 0; i < SymptomWatch.MOST_PLACES + 3; i++) {
      fold(row, seen(row, 0, 1, 1, Nature.LEVEL, 1, "p" + i));
    }
    assertEquals(3, watch.refused);
    assertEquals(SymptomWatch.MOST_PLACES, told.size());
  }
}
