// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink inside this process, for a laptop: replay, demo and benchmarks. */
public final class EmbeddedFlink {
  private EmbeddedFlink() {}

  /** Where a fold keeps its blocks. */
  public enum Backend {
    HASHMAP,
    ROCKSDB
  }

  /**
   * An environment with the house's settings: no Kryo, no generated uids, records reused.
   *
   * @param parallelism tasks of each operator
   * @param backend state backend
   * @param checkpoints folder for checkpoints, which are taken each {@code every}
   */
  public static StreamExecutionEnvironment environment(
      int parallelism, Backend backend, Path checkpoints, Duration every) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.MAX_PARALLELISM, 720);
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50));
    settings.setString("state.backend.type", backend.name().toLowerCase(java.util.Locale.ROOT));
    settings.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
    settings.setString("state.backend.rocksdb.use-bloom-filter", "true"); // as in flink-conf
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, backend == Backend.ROCKSDB);
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
  }
}
