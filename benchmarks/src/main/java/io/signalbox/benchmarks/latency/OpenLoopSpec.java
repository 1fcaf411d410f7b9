// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import io.signalbox.jobs.EmbeddedFlink.Backend;

/**
 * A run at a fixed rate.
 *
 * @param backend where blocks are kept
 * @param services number of services, a multiple of the parallelism
 * @param series series of each service
 * @param pointsPerSecond offered
 * @param disorderMs D; 0 folds on arrival
 * @param parallelism tasks of each operator
 * @param checkpointMs wall time between checkpoints
 * @param managedMegabytes memory of RocksDB
 * @param cacheMegabytes heap in which a task keeps state back from RocksDB until a checkpoint
 * @param warmUpSeconds wall time before recording
 * @param seconds wall time recorded
 * @param watermarkMs wall time between watermarks
 * @param bufferMs longest wait of a network buffer that is not full
 */
public record OpenLoopSpec(
    Backend backend,
    int services,
    int series,
    double pointsPerSecond,
    long disorderMs,
    int parallelism,
    long checkpointMs,
    int managedMegabytes,
    int cacheMegabytes,
    double warmUpSeconds,
    double seconds,
    long watermarkMs,
    long bufferMs) {

  /** Refuses what cannot be run. */
  public OpenLoopSpec {
    if (parallelism < 1 || services < parallelism || services % parallelism != 0) {
      throw new IllegalArgumentException(
          services + " services are not a multiple of parallelism " + parallelism);
    }
    if (!(pointsPerSecond >= 1000) || pointsPerSecond > 1e9) {
      throw new IllegalArgumentException(
          "a rate of " + pointsPerSecond + " points/s is not in 1,000 .. 1,000,000,000");
    }
  }

  /** Time between two points of a series that follows from the rate. */
  public double intervalSeconds() {
    return services * (double) series / pointsPerSecond;
  }
}
