// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new deployment the baselines it would have if it had been there before: runs history
 * through the detect job on an embedded Flink, keeps nothing of what is found, and leaves a
 * savepoint that {@code detect} and {@code all} start from.
 *
 * @param history partitions of the input, each in an admissible order; they must not state times
 *     that later input may still fall into
 * @param from a savepoint to go on from, or null to begin with nothing
 * @param parallelism tasks of each operator
 * @param backend where state is kept meanwhile; the savepoint suits any
 * @param options how to judge; must be those of the job that starts from it
 */
public record Bootstrap(
    List<? extends BatchSequence> history,
    @Nullable Path from,
    int parallelism,
    EmbeddedFlink.Backend backend,
    JobOptions options) {
  private static final Duration CHECKPOINTS = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /**
   * Runs to the end of history and writes the savepoint.
   *
   * @param savepoint folder to be made
   * @throws IOException when the folder exists, or cannot be written
   * @throws Exception what Flink throws when the job fails
   */
  public void run(Path savepoint) throws Exception {
    if (Files.exists(savepoint)) {
      throw new IOException(savepoint + " exists already");
    }
    Path target = savepoint.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path work = Files.createTempDirectory(target.getParent(), ".bootstrap");
    try {
      Path written = SavepointFolder.pathOf(execute(work));
      SavepointFolder.remove(written, EndOfHistory.uids(history.size()));
      Files.move(written, target);
    } finally {
      SavepointFolder.delete(work);
    }
  }

  private String execute(Path work) throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(parallelism, backend, work.resolve("checkpoints"), CHECKPOINTS);
    Configuration more = new Configuration();
    more.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, PAUSE); // counts come with it
    if (from != null) {
      more.set(StateRecoveryOptions.SAVEPOINT_PATH, from.toAbsolutePath().toUri().toString());
    }
    environment.configure(more);
    DetectTopology.build(EndOfHistory.read(environment, history), options);
    JobClient job = environment.executeAsync("signalbox bootstrap");
    while (EndOfHistory.reached(job) < history.size()) {
      if (job.getJobStatus().get() == JobStatus.FAILED) {
        job.getJobExecutionResult().get();
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    String folder = work.resolve("savepoint").toUri().toString();
    return job.stopWithSavepoint(false, folder, SavepointFormatType.CANONICAL).get();
  }
}
