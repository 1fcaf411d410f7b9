// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final int WEEK = 7 * Judging.IN_A_DAY;

  /**
   * Each value lies within what a noisy series does anyway; only the level has never been there.
   */
  @Test
  void aLevelThatStraysFurtherThanEverIsFoundThoughNoValueIsOut() {
    Judging series = new Judging(3).noise(2 * WEEK, 100, 10);
    series.see(170);
    series.see(30);
    series.noise(WEEK, 100, 10);
    series.alarms = 0;
    boolean byRecord = false;
    for (int i = 0; i < 40; i++) {
      Judged out = series.see(100 + 0.6 * i + series.random.nextGaussian());
      byRecord |= out.alarm && out.reason == Expert.RECORD;
    }
    assertTrue(byRecord, series.alarms + " alarms");
  }

  @Test
  void whatHasBeenOnceIsNoRecordEverAfter() {
    Judging series = new Judging(4).noise(WEEK, 100, 5);
    assertEquals(Expert.RECORD, series.see(1000).reason);
    series.noise(4 * WEEK, 100, 5);
    assertTrue(series.see(990).reason != Expert.RECORD);
    assertEquals(Expert.RECORD, series.see(3000).reason);
  }

  @Test
  void recordsOfNoiseGrowRare() {
    int[] records = new int[2];
    for (int seed = 0; seed < 20; seed++) {
      Judging series = new Judging(seed).noise(WEEK, 100, 5);
      for (int i = 0; i < 9 * WEEK; i++) {
        boolean record = series.see(100 + 5 * series.random.nextGaussian()).reason == Expert.RECORD;
        records[i < 3 * WEEK ? 0 : 1] += record ? 1 : 0;
      }
    }
    assertTrue(records[1] < records[0], records[0] + " then " + records[1]);
  }
}
