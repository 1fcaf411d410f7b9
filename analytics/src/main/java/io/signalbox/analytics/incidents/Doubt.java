// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Suspicion;

/**
 * A run of improbable values of one series.
 *
 * @param worst the most improbable of them
 * @param sinceMs the first of them, epoch milliseconds
 * @param lastMs the last of them, epoch milliseconds
 * @param before evidence of the run as it was when its worst value came: what is not news
 */
public record Doubt(Suspicion worst, long sinceMs, long lastMs, double before) {
  /** A run ends when nothing improbable is heard for so long. */
  static final long LONGEST_GAP_MS = 600_000;

  static Doubt of(Suspicion first) {
    long atMs = first.at().toEpochMilli();
    return new Doubt(first, atMs, atMs, 0);
  }

  /** The run with one more value. */
  Doubt and(Suspicion next) {
    long atMs = next.at().toEpochMilli();
    if (atMs - lastMs > LONGEST_GAP_MS) {
      return of(next);
    }
    boolean worse = next.evidence() > worst.evidence();
    return worse
        ? new Doubt(next, sinceMs, atMs, worst.evidence())
        : new Doubt(worst, sinceMs, atMs, before);
  }
}
