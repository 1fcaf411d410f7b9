// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

/**
 * Makes the times of a file go forward, which they must for the detector: in a job the fold sees to
 * that, a file may hold anything. No row is lost, and one wrong time does not spoil those after it.
 *
 * <p>Times that repeat, or go back by a little (a clock that was put back, local time in autumn),
 * stand still until the file has caught up. Times that go back further begin anew, some weeks
 * later, so that hour and day of the week are what the file says.
 */
final class FileClock {
  private static final long LITTLE_MS = 2 * 3_600_000L;
  private static final long WEEK_MS = 7 * 86_400_000L;

  private boolean begun;
  private long lastMs;
  private long shiftMs;

  /** The time to give for a row, later than any given before. */
  long next(long atMs) {
    long at = atMs + shiftMs;
    if (begun && at <= lastMs) {
      if (lastMs - at > LITTLE_MS) {
        shiftMs += ((lastMs - at) / WEEK_MS + 1) * WEEK_MS;
      }
      at = Math.max(lastMs + 1, atMs + shiftMs);
    }
    begun = true;
    lastMs = at;
    return at;
  }
}
