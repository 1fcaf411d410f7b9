// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyRecorderTest {
  private static final long MS = 1_000_000;

  @Test
  void aStallCountsForEveryPointThatItDelays() {
    LatencyRecorder recorder = new LatencyRecorder(0, 10);
    recorder.record(0, Long.MAX_VALUE);
    recorder.passed(99, 100 * MS);
    recorder.passed(199, 300 * MS);

    Histogram us = recorder.histogram();
    assertEquals(10 * 101, us.getTotalCount());
    assertEquals(200_000.0, (double) us.getMaxValue(), 200);
    assertEquals(1_000.0, (double) us.getMinValue(), 10);
    assertEquals(150_000.0, (double) us.getValueAtPercentile(50), 1_000);
  }

  @Test
  void aHeldPointWaitsFromWhatReleasesIt() {
    LatencyRecorder recorder = new LatencyRecorder(10_000, 10);
    recorder.record(0, Long.MAX_VALUE);
    recorder.passed(500, 10_600 * MS);
    recorder.passed(998, 11_000 * MS);
    recorder.passed(999, 11_007 * MS);
    recorder.passed(2_999, 13_040 * MS);

    Histogram us = recorder.histogram();
    assertEquals(30_000, us.getTotalCount());
    assertEquals(7_000.0, (double) us.getMinValue(), 10);
    assertEquals(10_000, us.getCountBetweenValues(6_900, 7_100));
    assertEquals(10_000, us.getCountBetweenValues(39_900, 40_100));
    assertEquals(1_040_000.0, (double) us.getMaxValue(), 2_000);
  }

  @Test
  void nothingCountsThatWasDueOutsideTheWindow() {
    LatencyRecorder recorder = new LatencyRecorder(0, 10);
    recorder.passed(99, 100 * MS);
    recorder.record(150 * MS, 170 * MS);
    recorder.passed(159, 160 * MS);
    assertEquals(100, recorder.histogram().getTotalCount());
    assertFalse(recorder.complete());
    recorder.passed(179, 180 * MS);
    assertEquals(200, recorder.histogram().getTotalCount());
    assertTrue(recorder.complete());
  }

  @Test
  void theScheduleDoesNotDriftAndSharesTheRate() {
    Schedule schedule = Schedule.of(5_000, 1_000_000, 100, 2);
    assertEquals(5_000, schedule.at(0));
    assertEquals(5_000 + 200_000L * 1_000_000, schedule.at(1_000_000));
    assertEquals(10_000, schedule.dueBefore(5_000 + 1_000 * MS));
    assertEquals(0, schedule.dueBefore(4_000));
  }
}
