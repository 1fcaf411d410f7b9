// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.simulator.output.SignalTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void aWorldIsWrittenWithTheTruthBesideIt() throws IOException {
    Path world = folder.resolve("world");
    int code =
        run("--out", world.toString(), "--duration", "1m", "--fault", "bad-deploy:cart@20s+10s");
    assertEquals(0, code, err.toString());
    for (SignalTopic topic : SignalTopic.values()) {
      assertTrue(Files.size(world.resolve(topic.file())) > 100);
    }
    String truth = Files.readString(world.resolve("truth.json"));
    assertTrue(truth.contains("\"node\" : \"cart\""), truth);
    assertTrue(err.toString().contains("simulate: 100 %"), err.toString());
  }

  @Test
  void whatTurnsOutLaterIsWrittenBesideIt() throws IOException {
    Path world = folder.resolve("world");
    int code = run("--out", world.toString(), "--duration", "5m", "--hindsight");
    assertEquals(0, code, err.toString());
    List<Path> statements = CaptureFiles.statements(List.of(world));
    assertEquals(4, statements.size());
    for (Path file : statements) {
      assertTrue(Files.size(file) > 100, file::toString);
    }
    List<Path> captures = CaptureFiles.find(List.of(world), CommandLine.Model.CommandSpec.create());
    assertEquals(4, captures.size(), "they are no captures");
  }

  @Test
  void whatTurnsOutLaterNeedsAFolder() {
    assertEquals(2, run("--to", "kafka", "--bootstrap", "localhost:1", "--hindsight"));
    assertTrue(err.toString().contains("--hindsight writes files"), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--services=9, services must be 10..100000",
    "--fault=bad-deply, choose one of bad-deploy",
    "--fault=bad-deploy:moon, there is no service 'moon'",
    "--fault=bad-deploy@2h, it would end after the simulation",
    "--duration=long, is no length of time",
    "--start=today, is no time",
    "--pace=0, --pace must be above 0",
    "--bootstrap=localhost:1, go together",
    "--to=kafka, either --out DIR or --to kafka"
  })
  void wrongUseIsNamedBeforeAnythingIsWritten(String option, String said) {
    Path world = folder.resolve("world");
    assertEquals(2, run("--out", world.toString(), option));
    assertTrue(err.toString().contains(said), err.toString());
    assertFalse(Files.exists(world));
  }

  @Test
  void aPacedWorldRunsNoFasterThanAskedFor() throws IOException {
    List<Long> passed = new ArrayList<>();
    long began = System.nanoTime();
    try (PacedOutput output =
        new PacedOutput((topic, at, record) -> passed.add(at), Instant.ofEpochMilli(1_000), 100)) {
      output.accept(SignalTopic.LOGS, 2_000, new byte[0]);
      output.accept(SignalTopic.LOGS, 6_000, new byte[0]);
    }
    assertTrue(System.nanoTime() - began >= 50_000_000);
    assertEquals(List.of(2_000L, 6_000L), passed);
  }

  @Test
  void aTopicThatWouldDeleteTheWorldIsWarnedOf() {
    Retention retention =
        new Retention(new TreeMap<>(Map.of("a", -1L, "b", 86_400_000L, "c", 3_600_000L)));
    Instant start = Instant.parse("2026-01-05T08:00:00Z");
    List<String> warnings = retention.warnings(start, start.plusSeconds(7_200));
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("topic c deletes records 1h after"), warnings.toString());
  }

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new SimulateCommand());
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
