// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import org.HdrHistogram.Histogram;

/**
 * Turns the passing of watermarks into latencies of points. The schedule is fixed, so that what a
 * watermark covers is known without asking the points: each millisecond of event time holds its
 * share of them, and was to be sent in that millisecond of wall time.
 *
 * <p>A point that is folded on arrival waits from its intended time. One that is held waits from
 * the intended time of what releases it: the first point later than the end of its tick by the
 * disorder bound. In both cases it is taken to be there when the watermark comes that covers it,
 * which is never early and at most one watermark interval late.
 *
 * <p>Not thread-safe.
 */
final class LatencyRecorder {
  private static final long TICK_MS = 1000;
  private static final long LONGEST_US = 600_000_000;

  private final Histogram histogram = new Histogram(LONGEST_US, 3);
  private final long disorderMs;
  private final double pointsPerMs;
  private long coveredMs = Long.MIN_VALUE;
  private long fromNanos = Long.MAX_VALUE;
  private long toNanos = Long.MAX_VALUE;

  /**
   * Makes a recorder that records nothing yet.
   *
   * @param disorderMs D, 0 when points are folded on arrival
   * @param pointsPerMs of the schedule
   */
  LatencyRecorder(long disorderMs, double pointsPerMs) {
    this.disorderMs = disorderMs;
    this.pointsPerMs = pointsPerMs;
  }

  /** Records from now on what was to be sent, or released, from one instant up to another. */
  synchronized void record(long from, long to) {
    fromNanos = from;
    toNanos = to;
    histogram.reset();
  }

  /** True when all that was to be recorded has been. */
  synchronized boolean complete() {
    return coveredMs + disorderMs >= toNanos / 1_000_000;
  }

  /** A watermark has passed everywhere. */
  synchronized void passed(long watermarkMs, long nowNanos) {
    if (watermarkMs == Long.MIN_VALUE || watermarkMs <= coveredMs) {
      return;
    }
    long next = coveredMs == Long.MIN_VALUE ? watermarkMs : coveredMs + 1;
    if (disorderMs == 0) {
      for (long ms = next; ms <= watermarkMs; ms++) {
        add(ms, nowNanos, Math.max(1, Math.round(pointsPerMs)));
      }
    } else {
      long first = Math.floorDiv(next + TICK_MS, TICK_MS);
      for (long tick = first; tick * TICK_MS - 1 <= watermarkMs; tick++) {
        add(tick * TICK_MS + disorderMs, nowNanos, Math.round(pointsPerMs * TICK_MS));
      }
    }
    coveredMs = watermarkMs;
  }

  private void add(long dueMs, long nowNanos, long points) {
    long dueNanos = dueMs * 1_000_000;
    if (dueNanos >= fromNanos && dueNanos < toNanos) {
      long waited = Math.max(0, (nowNanos - dueNanos) / 1_000);
      histogram.recordValueWithCount(Math.min(waited, LONGEST_US), points);
    }
  }

  /** Event time up to which all points have been judged, epoch milliseconds. */
  synchronized long coveredMs() {
    return coveredMs;
  }

  /** What was recorded so far. */
  synchronized Histogram histogram() {
    return histogram.copy();
  }
}
