// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FileOutputsITCase {
  @TempDir Path folder;

  private final List<Change> changes =
      IntStream.range(0, 500).mapToObj(i -> Records.change(i, i / 3 * 1000L)).toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aBoundedRunLeavesOneSortedFileWhateverTheOrderAndParallelism(int parallelism)
      throws Exception {
    List<Change> shuffled = new ArrayList<>(changes);
    Collections.shuffle(shuffled, new Random(parallelism));

    run(parallelism, "", shuffled);

    assertEquals(expected(), Files.readString(folder.resolve("changes.jsonl")));
    assertEquals("", Files.readString(folder.resolve("dead-letters.jsonl")));
    assertEquals(
        List.of("changes.jsonl", "changes.parquet", "dead-letters.jsonl", "dead-letters.parquet"),
        names());
  }

  @Test
  void checkpointsAndAnEarlierRunThatDiedChangeNothing() throws Exception {
    Files.createDirectories(folder.resolve("changes"));
    Files.writeString(folder.resolve("changes/.part-old.inprogress"), "half a li");
    Files.writeString(folder.resolve("changes/part-old.jsonl"), "{}\n");
    Files.writeString(folder.resolve("changes.jsonl"), "{}\n");

    run(2, "10 ms", changes);

    assertEquals(expected(), Files.readString(folder.resolve("changes.jsonl")));
  }

  @Test
  void aRunThatHasNotCommittedIsNotTakenForFinished() throws Exception {
    FileOutputs outputs = new FileOutputs(folder, true);
    outputs.write(environment(1, "").fromData(changes), Topics.CHANGES);
    Files.createDirectories(folder.resolve("changes"));
    Files.writeString(folder.resolve("changes/.part-0.inprogress"), "half a li");

    IOException problem = assertThrows(IOException.class, outputs::finish);

    assertTrue(problem.toString().contains("never committed"));
  }

  private void run(int parallelism, String checkpoints, List<Change> items) throws Exception {
    StreamExecutionEnvironment env = environment(parallelism, checkpoints);
    FileOutputs outputs = new FileOutputs(folder, true);
    outputs.write(
        env.fromData(items)
            .uid("changes")
            .rebalance()
            .filter(c -> true)
            .uid("spread")
            .setParallelism(parallelism),
        Topics.CHANGES);
    outputs.write(
        env.fromData(new DeadLetter("", "", "", 0, 0, null, new byte[0]))
            .uid("letters")
            .filter(letter -> false)
            .uid("none"),
        Topics.DEAD_LETTERS);
    outputs.begin();
    env.execute();
    outputs.finish();
  }

  private static StreamExecutionEnvironment environment(int parallelism, String checkpoints) {
    Configuration settings = new Configuration();
    settings.setString("pipeline.generic-types", "false");
    settings.setString("restart-strategy.type", "none");
    settings.setString("pipeline.auto-generate-uids", "false");
    if (!checkpoints.isEmpty()) {
      settings.setString("execution.checkpointing.interval", checkpoints);
    }
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, settings);
  }

  private String expected() {
    return changes.stream()
        .sorted(
            Comparator.comparing(Change::at)
                .thenComparing(c -> new String(RecordJson.write(c), StandardCharsets.UTF_8)))
        .map(c -> new String(RecordJson.write(c), StandardCharsets.UTF_8) + "\n")
        .collect(Collectors.joining());
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
