// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CheckpointStatsStatus;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job on a cluster inside this process that tells about its checkpoints. */
public final class EmbeddedJob implements AutoCloseable {
  private static final long CHECK_NANOS = 1_000_000_000;

  private final MiniCluster cluster;
  private final JobID id;
  private long checkedNanos = System.nanoTime();

  private EmbeddedJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
  }

  /**
   * Starts what was built in an environment.
   *
   * @param managedMegabytes memory of RocksDB
   */
  public static EmbeddedJob start(StreamExecutionEnvironment environment, int managedMegabytes)
      throws Exception {
    Configuration settings = new Configuration((Configuration) environment.getConfiguration());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(managedMegabytes));
    settings.set(RestOptions.BIND_PORT, "0");
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(settings)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(environment.getParallelism())
                .build());
    cluster.start();
    JobGraph graph = environment.getStreamGraph().getJobGraph();
    cluster.submitJob(graph).get();
    return new EmbeddedJob(cluster, graph.getJobID());
  }

  /**
   * Lets some time pass, and makes sure that it still runs: once a second, because asking takes cpu
   * time of the process that is measured.
   *
   * @throws IllegalStateException with the cause when it failed
   */
  public void pause(long ms) throws ExecutionException, InterruptedException {
    Thread.sleep(ms);
    if (System.nanoTime() - checkedNanos >= CHECK_NANOS) {
      checkedNanos = System.nanoTime();
      check();
    }
  }

  private void check() throws ExecutionException, InterruptedException {
    JobStatus status = cluster.getJobStatus(id).get();
    if (status.isGloballyTerminalState()) {
      Throwable why =
          cluster
              .requestJobResult(id)
              .get()
              .getSerializedThrowable()
              .map(thrown -> thrown.deserializeError(EmbeddedJob.class.getClassLoader()))
              .orElse(null);
      throw new IllegalStateException("the job ended before it was measured: " + status, why);
    }
  }

  /** Completed checkpoints triggered since an instant in epoch milliseconds, oldest first. */
  public List<Checkpoint> checkpoints(long sinceMs)
      throws ExecutionException, InterruptedException {
    CheckpointStatsSnapshot stats =
        cluster.getExecutionGraph(id).get().getCheckpointStatsSnapshot();
    if (stats == null) {
      return List.of();
    }
    return stats.getHistory().getCheckpoints().stream()
        .filter(checkpoint -> checkpoint.getStatus() == CheckpointStatsStatus.COMPLETED)
        .filter(checkpoint -> checkpoint.getTriggerTimestamp() >= sinceMs)
        .sorted((left, right) -> Long.compare(left.getCheckpointId(), right.getCheckpointId()))
        .map(EmbeddedJob::describe)
        .toList();
  }

  private static Checkpoint describe(AbstractCheckpointStats stats) {
    return new Checkpoint(
        stats.getEndToEndDuration(), stats.getStateSize(), stats.getCheckpointedSize());
  }

  @Override
  public void close() throws Exception {
    try {
      cluster.cancelJob(id).get();
      cluster.requestJobResult(id).get();
    } catch (ExecutionException ended) {
      // It had ended by itself.
    } finally {
      cluster.close();
    }
  }
}
