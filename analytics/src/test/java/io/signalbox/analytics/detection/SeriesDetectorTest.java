// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesDetectorTest {
  @Test
  void aSpikeScoresAboveEverythingBeforeItAndAlarms() {
    for (int seed = 0; seed < 20; seed++) {
      Judging series = new Judging(seed).noise(2000, 100, 5);
      double before = series.highestScore;
      Judged spike = series.see(190);
      assertTrue(spike.score() > before, seed + ": " + spike.score() + " after " + before);
      assertTrue(spike.alarm, "seed " + seed);
      assertTrue(spike.pValue() < 1e-3, "p " + spike.pValue());
      assertTrue(spike.upper < 190 && spike.lower > 50 && spike.expected > 90, "band");
      assertNotEquals(Expert.NONE, spike.reason);
    }
  }

  @Test
  void aLastingShiftBecomesTheNewNormalWithinThreeHundredValues() {
    for (int seed = 0; seed < 10; seed++) {
      Judging series = new Judging(seed).noise(1000, 100, 5);
      series.noise(300, 400, 5);
      assertTrue(series.alarms >= 1, "the shift alarms");
      series.noise(500, 400, 5);
      assertEquals(400, series.out.expected, 20, "expected");
      assertTrue(series.out.upper - series.out.lower < 150, "band");
      assertTrue(series.alarms <= 1, "alarms after acceptance: " + series.alarms);
    }
  }

  @Test
  void theDailyWaveIsLearnedAndANightAtNoonIsNot() {
    Judging series = new Judging(1).days(10, 1000, 500, 10);
    int alarms = series.alarms;
    series.feed(Judging.IN_A_DAY / 4, i -> Judging.wave(i, 1000, 500));
    assertEquals(Judging.wave(72, 1000, 500), series.out.expected, 60);
    Judged night = series.see(500);
    assertTrue(night.score() > series.days(1, 1000, 500, 10).out.score());
    assertTrue(alarms <= 5, "alarms while learning: " + alarms);
  }

  @Test
  void aMovingSeriesThatStandsStillIsStuck() {
    Judging series = new Judging(3).noise(2000, 100, 5);
    series.feed(12, i -> 100);
    assertEquals(Expert.STUCK, series.out.reason);
    assertTrue(series.out.pValue() < 0.01, "p " + series.out.pValue());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -7.25, 1e-300, 1e300, 4_294_967_296.0})
  void aConstantIsNeverNews(double constant) {
    Judging series = new Judging(0).feed(5000, i -> constant);
    assertEquals(0, series.alarms);
    assertTrue(series.highestScore < 1e-3, "score " + series.highestScore);
    assertEquals(constant, series.out.expected);
  }

  @Test
  void whatWasAlwaysZeroAndNoLongerIsIsFoundAndLearned() {
    Judging series = new Judging(5).feed(500, i -> 0);
    series.see(17);
    assertNotEquals(Expert.NONE, series.out.reason);
    series.noise(1000, 20, 2);
    assertEquals(20, series.out.expected, 8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsMissing(double missing) {
    Judging series = new Judging(2).noise(100, 10, 1);
    byte[] before = series.block.clone();
    Judged out = series.see(missing);
    assertFalse(out.ready);
    assertEquals(0, out.score());
    assertTrue(Double.isNaN(out.expected));
    assertArrayEquals(before, series.block);
  }

  @Test
  void whatIsNotLaterThanTheLastIsNotJudged() {
    Judging series = new Judging(2).noise(100, 10, 1);
    byte[] before = series.block.clone();
    series.detector.step(series.block, 0, series.atMs, 99, series.out);
    series.detector.step(series.block, 0, series.atMs - 1, 99, series.out);
    assertArrayEquals(before, series.block);
    assertFalse(series.out.ready);
  }

  @Test
  void neitherAGapNorAnotherIntervalIsAnAnomaly() {
    Judging series = new Judging(4).noise(2000, 50, 3);
    series.atMs += 6 * 3_600_000;
    series.noise(100, 50, 3);
    int afterGap = series.alarms;
    series.stepMs = Judging.MINUTE_MS;
    series.noise(2000, 50, 3);
    int faster = series.alarms;
    series.stepMs = 60 * Judging.MINUTE_MS;
    series.noise(200, 50, 3);
    assertTrue(afterGap == 0 && faster <= 1 && series.alarms <= 3, "alarms");
  }

  @Test
  void extremesNeitherOverflowNorPoison() {
    Judging series = new Judging(6).noise(500, 1, 0.1);
    for (double extreme : new double[] {Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE}) {
      Judged out = series.see(extreme);
      assertTrue(out.score() >= 0 && out.score() <= 1, "score " + out.score());
      assertTrue(out.pValue() >= 0 && out.pValue() <= 1, "p " + out.pValue());
    }
    series.noise(3000, 1, 0.1);
    assertTrue(Double.isFinite(series.out.expected) && Double.isFinite(series.out.upper));
  }

  @Test
  void noVerdictComesBeforeTheWarmUp() {
    Judging series = new Judging(7, new DetectorSettings(1, 0, 0, 50));
    for (int i = 0; i < 50; i++) {
      assertFalse(series.see(i == 20 ? 1e6 : i).ready, "value " + i);
    }
    assertTrue(series.see(50).ready);
  }

  @Test
  void falseAlarmsKeepToTheirBudget() {
    int weeks = 20;
    int all = 0;
    for (int seed = 0; seed < 10; seed++) {
      Judging series = new Judging(seed);
      series.noise(weeks * 7 * Judging.IN_A_DAY, 30, 4);
      all += series.alarms;
    }
    double rate = all / (10.0 * weeks);
    assertTrue(rate > 0.5 && rate < 2, "false alarms per week: " + rate);
  }

  @Test
  void afterAnAlarmThereIsNoneForTheRefractoryTime() {
    Judging series = new Judging(8).noise(2000, 100, 5);
    assertTrue(series.see(200).alarm);
    for (int i = 0; i < 9; i++) {
      assertFalse(series.see(1000 * (i + 1)).alarm, "value " + i);
    }
  }
}
