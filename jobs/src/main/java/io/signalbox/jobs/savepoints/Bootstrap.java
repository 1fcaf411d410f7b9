// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.jobs.AllInputs;
import io.signalbox.jobs.AllTopology;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointException;
import org.apache.flink.runtime.checkpoint.CheckpointFailureReason;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Gives a new deployment the baselines it would have if it had been there before: runs history
 * through a job on an embedded Flink, keeps nothing of what is found, and leaves a savepoint that
 * the same job starts from on a cluster.
 *
 * @param job {@link Job#DETECT}, whose savepoint {@link Job#ALL} can start from too, or {@link
 *     Job#ALL}
 * @param history partitions of the input, each in an admissible order; they must not state times
 *     that later input may still fall into
 * @param from a savepoint to go on from, or null to begin with nothing
 * @param parallelism tasks of each operator
 * @param backend where state is kept meanwhile; the savepoint suits any
 * @param options how to judge; must be those of the job that starts from it
 */
public record Bootstrap(
    Job job,
    List<? extends BatchSequence> history,
    @Nullable Path from,
    int parallelism,
    EmbeddedFlink.Backend backend,
    JobOptions options) {
  private static final Duration CHECKPOINTS = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Refuses a job that does not read telemetry. */
  public Bootstrap {
    if (!job.readsTelemetry()) {
      throw new IllegalArgumentException(job + " reads no telemetry: bootstrap detect or all");
    }
  }

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
    // Small state inside the metadata would carry the path of the folder it was written to.
    more.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ZERO);
    if (from != null) {
      more.set(StateRecoveryOptions.SAVEPOINT_PATH, from.toAbsolutePath().toUri().toString());
    }
    environment.configure(more);
    build(EndOfHistory.read(environment, history));
    JobClient running = environment.executeAsync("signalbox bootstrap");
    while (EndOfHistory.reached(running) < history.size()) {
      if (running.getJobStatus().get() == JobStatus.FAILED) {
        running.getJobExecutionResult().get();
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    String folder = work.resolve("savepoint").toUri().toString();
    while (true) {
      try {
        return running.stopWithSavepoint(false, folder, SavepointFormatType.CANONICAL).get();
      } catch (ExecutionException refused) {
        if (!isTooEarly(refused)) {
          throw refused;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      }
    }
  }

  /** A short history may end before the tasks behind its source have opened their state. */
  private static boolean isTooEarly(ExecutionException refused) {
    return ExceptionUtils.findThrowable(refused, CheckpointException.class)
        .map(CheckpointException::getCheckpointFailureReason)
        .filter(CheckpointFailureReason.NOT_ALL_REQUIRED_TASKS_RUNNING::equals)
        .isPresent();
  }

  private void build(DataStream<SignalBatch> batches) {
    if (job == Job.ALL) {
      AllTopology.build(AllInputs.of(batches), options, Nowhere.OUTPUTS);
    } else {
      DetectTopology.build(batches, null, options).writeTo(Nowhere.OUTPUTS);
    }
  }

  /** What was found in history is no news. */
  private enum Nowhere implements Outputs {
    OUTPUTS;

    @Override
    public <T> void write(DataStream<T> records, Topic<T> topic) {
      // no sink is put behind it
    }
  }
}
