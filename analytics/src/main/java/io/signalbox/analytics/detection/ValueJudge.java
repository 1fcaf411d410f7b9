// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Judges the next value of a series against what that series usually shows. */
@FunctionalInterface
public interface ValueJudge {
  /**
   * Takes in one value. Values of one series come in event-time order.
   *
   * @param id identity of the series within its service: a hash of kind and subject
   * @param kind {@link EpisodeKind#RATE} (calls per second, judged on both sides) or {@link
   *     EpisodeKind#DURATION} (microseconds, only a rise matters)
   * @param subject the operation, {@code *} for all of them; for durations followed by {@code p50}
   *     ({@link io.signalbox.analytics.signals.DurationSketch#middle}) or {@code p99}
   * @param atMs event time, the last millisecond of the window, epoch milliseconds
   * @param value what was seen
   * @param support calls behind the value
   */
  void observe(long id, EpisodeKind kind, String subject, long atMs, double value, long support);
}
