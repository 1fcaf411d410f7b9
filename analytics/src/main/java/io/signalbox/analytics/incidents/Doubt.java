// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Suspicion;

/**
 * A run of improbable values of one series.
 *
 * @param worst the most improbable of them
 * @param sinceMs the first of them, epoch milliseconds
 * @param lastMs the last of them, epoch milliseconds
 * @param values how many there were
 */
public record Doubt(Suspicion worst, long sinceMs, long lastMs, int values) {
  /** A run ends when so many values of the series bring nothing improbable. */
  private static final long LONGEST_GAP = 3;

  /** A value that deviates so many times as much as the worst begins a run of its own. */
  private static final double ANOTHER = 4;

  private static final double EACH_MORE = 1.5;
  private static final int MOST_MORE = 3;
  private static final long LEAST_GAP_MS = 30_000;

  /** No run outlasts a silence of this length, milliseconds. */
  static final long LONGEST_GAP_MS = 1_800_000;

  static Doubt of(Suspicion first) {
    long atMs = first.at().toEpochMilli();
    return new Doubt(first, atMs, atMs, 1);
  }

  /** The run with one more value. */
  Doubt and(Suspicion next) {
    long atMs = next.at().toEpochMilli();
    boolean another = deviation(next) >= ANOTHER * deviation(worst);
    if (another || isOverBefore(next)) {
      return of(next);
    }
    boolean worse = next.evidence() > worst.evidence();
    return worse
        ? new Doubt(next, sinceMs, atMs, values + 1)
        : new Doubt(worst, sinceMs, atMs, values + 1);
  }

  /** True when a later value of the series is no part of it for coming so late. */
  boolean isOverBefore(Suspicion next) {
    return next.at().toEpochMilli() - lastMs > gapMs(next);
  }

  /** True when it began so long after a time, epoch milliseconds, that it is another trouble. */
  boolean isAnotherThan(long ms) {
    return sinceMs - ms > gapMs(worst);
  }

  private static long gapMs(Suspicion value) {
    return Math.min(LONGEST_GAP_MS, Math.max(LEAST_GAP_MS, LONGEST_GAP * value.intervalMs()));
  }

  /** Before which the run before this one has ended, epoch milliseconds. */
  long latestBeforeMs() {
    return sinceMs - gapMs(worst);
  }

  private static double deviation(Suspicion value) {
    return Math.abs(value.value() - value.expected());
  }

  /**
   * Evidence of the run, nats: of its worst value, and a little more for each that bears it out.
   */
  double evidence() {
    return worst.evidence() + EACH_MORE * Math.min(MOST_MORE, values - 1);
  }
}
