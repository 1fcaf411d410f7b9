// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import io.signalbox.benchmarks.incidents.storm.StormSpec;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.time.Duration;

/**
 * What is played to the job.
 *
 * @param storm the faults; the first storm is not measured
 * @param speed seconds of event time a second of wall time
 * @param parallelism tasks of each operator
 * @param backend where state is
 * @param checkpointMs time from one checkpoint to the next
 * @param bootstrapServers of the Kafka that takes the incidents
 */
public record PagingSpec(
    StormSpec storm,
    double speed,
    int parallelism,
    Backend backend,
    long checkpointMs,
    String bootstrapServers) {
  /**
   * Refuses what cannot be played.
   *
   * @throws IllegalArgumentException for a number out of range
   */
  public PagingSpec {
    if (!(speed > 0) || parallelism < 1 || checkpointMs < 10) {
      throw new IllegalArgumentException(
          "speed "
              + speed
              + ", parallelism "
              + parallelism
              + ", a checkpoint each "
              + checkpointMs
              + " ms");
    }
  }

  Duration checkpoint() {
    return Duration.ofMillis(checkpointMs);
  }
}
