// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.util.List;

/**
 * Checkpoints of a measured window together.
 *
 * @param count how many completed
 * @param meanSeconds mean duration
 * @param longestSeconds longest duration
 * @param fullMegabytes all state that the last refers to
 * @param writtenMegabytes mean of what was written for one
 */
public record Checkpoints(
    int count,
    double meanSeconds,
    double longestSeconds,
    double fullMegabytes,
    double writtenMegabytes) {

  private static final double MEGABYTE = 1e6;

  /** Sums up; all is zero when there was none. */
  public static Checkpoints of(List<Checkpoint> all) {
    if (all.isEmpty()) {
      return new Checkpoints(0, 0, 0, 0, 0);
    }
    return new Checkpoints(
        all.size(),
        all.stream().mapToLong(Checkpoint::durationMs).average().orElse(0) / 1e3,
        all.stream().mapToLong(Checkpoint::durationMs).max().orElse(0) / 1e3,
        all.get(all.size() - 1).fullBytes() / MEGABYTE,
        all.stream().mapToLong(Checkpoint::writtenBytes).average().orElse(0) / MEGABYTE);
  }
}
