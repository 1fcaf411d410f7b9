// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.jobs.incidents.IncidentStatements;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.RuleInputs;
import io.signalbox.jobs.quality.StatementFiles;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.CaptureReplay;
import io.signalbox.jobs.signals.SequenceSource;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * All jobs over bounded input on an embedded Flink, with one file for each topic at the end.
 *
 * @param sequences partitions of the input, each in an admissible order
 * @param out folder for the files
 * @param parallelism tasks of each operator
 * @param backend state backend
 * @param options how to judge
 * @param said of answers and decisions
 */
public record EmbeddedReplay(
    List<? extends BatchSequence> sequences,
    Path out,
    int parallelism,
    EmbeddedFlink.Backend backend,
    JobOptions options,
    StatementFiles said) {
  private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

  /** Telemetry alone. */
  public EmbeddedReplay(
      List<? extends BatchSequence> sequences,
      Path out,
      int parallelism,
      EmbeddedFlink.Backend backend,
      JobOptions options) {
    this(sequences, out, parallelism, backend, options, StatementFiles.NONE);
  }

  /** The same with what is said of answers and decisions. */
  public EmbeddedReplay with(StatementFiles files) {
    return new EmbeddedReplay(sequences, out, parallelism, backend, options, files);
  }

  /** Replays capture files. */
  public static EmbeddedReplay of(
      List<Path> files,
      Path out,
      int parallelism,
      EmbeddedFlink.Backend backend,
      JobOptions options) {
    List<File> captures = files.stream().map(Path::toFile).toList();
    CaptureReplay replay =
        new CaptureReplay(captures, options.time().disorder().toMillis(), true, options.sought());
    return new EmbeddedReplay(List.of(replay), out, parallelism, backend, options);
  }

  /**
   * Runs to the end of the input.
   *
   * @throws Exception what Flink throws when the job fails
   */
  public void run() throws Exception {
    Path checkpoints = Files.createTempDirectory("signalbox-checkpoints");
    try {
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(parallelism, backend, checkpoints, CHECKPOINTS);
      FileOutputs outputs = new FileOutputs(out);
      AllTopology.build(
          AllInputs.of(batches(environment))
              .withRules(
                  RuleInputs.patternsOfFolder(environment, options),
                  RuleInputs.symptomTablesOfFolder(environment, options))
              .withStatements(IncidentStatements.ofFolder(environment, options))
              .withAnswers(said.answers(environment), said.decisions(environment)),
          options,
          outputs);
      outputs.begin();
      environment.execute("signalbox replay");
      outputs.finish();
    } finally {
      delete(checkpoints);
    }
  }

  private DataStream<SignalBatch> batches(StreamExecutionEnvironment environment) {
    DataStream<SignalBatch> all = null;
    for (int i = 0; i < sequences.size(); i++) {
      DataStream<SignalBatch> part =
          environment
              .fromSource(
                  new SequenceSource(sequences.get(i)),
                  BatchTimes.stated(),
                  "Sequence " + i,
                  new SignalBatchType())
              .setParallelism(1)
              .uid("sequence-" + i);
      all = all == null ? part : all.union(part);
    }
    if (all == null) {
      throw new IllegalArgumentException("nothing to replay");
    }
    return all;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
