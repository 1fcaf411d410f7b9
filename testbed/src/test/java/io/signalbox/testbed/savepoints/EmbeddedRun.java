// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.savepoints;

import io.signalbox.jobs.AllInputs;
import io.signalbox.jobs.AllTopology;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.SequenceSource;
import io.signalbox.jobs.topics.FileOutputs;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.jspecify.annotations.Nullable;

/**
 * The jobs over bounded input, from a savepoint or from nothing, and what they leave.
 *
 * @param folder holds one file for each topic
 */
record EmbeddedRun(Path folder) {

  /** Runs all jobs to the end of the input. */
  static EmbeddedRun of(BatchSequence input, @Nullable Path from, Backend backend, Path folder)
      throws Exception {
    Path checkpoints = folder.resolve("checkpoints");
    var environment = EmbeddedFlink.environment(2, backend, checkpoints, Duration.ofSeconds(10));
    if (from != null) {
      Configuration restore = new Configuration();
      restore.set(StateRecoveryOptions.SAVEPOINT_PATH, from.toAbsolutePath().toUri().toString());
      environment.configure(restore);
    }
    var batches =
        environment
            .fromSource(
                new SequenceSource(input), BatchTimes.stated(), "Live", new SignalBatchType())
            .setParallelism(1)
            .uid("live");
    FileOutputs outputs = new FileOutputs(folder, false);
    AllTopology.build(AllInputs.of(batches), JobOptions.of(), outputs);
    outputs.begin();
    environment.execute("run");
    outputs.finish();
    return new EmbeddedRun(folder);
  }

  /** The lines of a topic. */
  List<String> lines(Topic<?> topic) throws IOException {
    return Files.readAllLines(folder.resolve(topic.name() + ".jsonl"));
  }

  /** The records of a topic. */
  <T> List<T> records(Topic<T> topic) throws IOException {
    List<T> records = new ArrayList<>();
    for (String line : lines(topic)) {
      records.add(RecordJson.read(line.getBytes(StandardCharsets.UTF_8), topic.type()));
    }
    return records;
  }
}
