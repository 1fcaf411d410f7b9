// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Nature;
import org.junit.jupiter.api.Test;

class SumReaderTest {
  private static final long T = 1_700_000_000_000L;
  private static final long BORN = T - 86_400_000;

  private final SumReader reader = new SumReader();

  private double counter(long seconds, long startMs, double value) {
    return reader.read(Nature.COUNTER, T + seconds * 1000, startMs, value, 0);
  }

  private double mean(long seconds, long startMs, double sum, long count) {
    return reader.read(Nature.CUMULATIVE_MEAN, T + seconds * 1000, startMs, sum, count);
  }

  @Test
  void aGaugeIsReadAsItIs() {
    assertEquals(-3.5, reader.read(Nature.GAUGE, T, 0, -3.5, 0));
  }

  @Test
  void aCounterSaysNothingAtFirstAndThenItsRatePerSecond() {
    assertEquals(Double.NaN, counter(0, BORN, 1000));
    assertEquals(5, counter(10, BORN, 1050));
    assertEquals(0, counter(20, BORN, 1050));
  }

  @Test
  void aGapIsAveragedOver() {
    counter(0, BORN, 1000);
    assertEquals(2, counter(600, BORN, 2200));
  }

  @Test
  void afterARestartOnlyWhatCameSinceCounts() {
    counter(0, BORN, 1000);
    assertEquals(6, counter(10, T + 5000, 30));
    assertEquals(7, counter(20, T + 5000, 100));
  }

  @Test
  void aRestartIsSeenEvenWhenTheNewProcessHasCountedFurtherThanTheOld() {
    counter(0, BORN, 10);
    assertEquals(100, counter(10, T + 5000, 500));
  }

  @Test
  void aFallWithoutAKnownStartSaysNothingOnce() {
    counter(0, 0, 1000);
    assertEquals(Double.NaN, counter(10, 0, 30));
    assertEquals(2, counter(20, 0, 50));
  }

  @Test
  void aStartThatMovedToBeforeTheLastPointSaysNothingOnce() {
    counter(0, BORN, 1000);
    assertEquals(Double.NaN, counter(10, BORN + 60_000, 1010));
    assertEquals(1, counter(20, BORN + 60_000, 1020));
  }

  @Test
  void aStartThatJittersIsTheSameStart() {
    counter(0, BORN, 1000);
    assertEquals(5, counter(10, BORN + 1000, 1050));
  }

  @Test
  void aDeltaIsDividedByItsOwnIntervalOrTheTimeSinceTheLast() {
    assertEquals(3, reader.read(Nature.DELTA, T, T - 10_000, 30, 0));
    assertEquals(6, reader.read(Nature.DELTA, T + 5000, 0, 30, 0));
    assertEquals(Double.NaN, new SumReader().read(Nature.DELTA, T, 0, 30, 0));
  }

  @Test
  void aCumulativeMeanIsOfWhatIsNewOnly() {
    assertEquals(Double.NaN, mean(0, BORN, 900, 9));
    assertEquals(20, mean(10, BORN, 1000, 14));
    assertEquals(Double.NaN, mean(20, BORN, 1000, 14), "nothing new");
    assertEquals(7, mean(30, T + 25_000, 21, 3), "restarted");
    assertEquals(Double.NaN, mean(40, T + 25_000, 10, 2), "fell without a new start");
    assertEquals(Double.NaN, reader.read(Nature.DELTA_MEAN, T + 50_000, 0, 0, 0));
    assertEquals(4, reader.read(Nature.DELTA_MEAN, T + 60_000, 0, 12, 3));
  }

  @Test
  void whatCannotBeIsKnown() {
    assertFalse(SumReader.isPossible(Nature.GAUGE, Double.NaN, 0));
    assertFalse(SumReader.isPossible(Nature.GAUGE, Double.NEGATIVE_INFINITY, 0));
    assertFalse(SumReader.isPossible(Nature.GAUGE, 1e31, 0));
    assertFalse(SumReader.isPossible(Nature.COUNTER, -1, 0));
    assertFalse(SumReader.isPossible(Nature.DELTA, -1, 0));
    assertFalse(SumReader.isPossible(Nature.DELTA_MEAN, 1, -1));
    assertTrue(SumReader.isPossible(Nature.GAUGE, -1, 0));
    assertTrue(SumReader.isPossible(Nature.DELTA_MEAN, -1, 2));
  }
}
