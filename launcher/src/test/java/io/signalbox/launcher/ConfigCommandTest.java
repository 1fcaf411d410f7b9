// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.jobs.options.JobOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void whatIsPrintedCanBeGivenBack(@TempDir Path folder) throws IOException {
    int code =
        run(
            Map.of("SIGNALBOX_KAFKA_GROUP", "it's: on #1"),
            "--print",
            "--kafka.partitions",
            "0007",
            "--topics.logs.pattern=otlp\\d*");

    assertEquals(0, code, err.toString());
    Path file = Files.writeString(folder.resolve("signalbox.yaml"), out.toString());
    JobOptions back = JobOptions.bind(List.of("--config", file.toString()), Map.of()).options();
    assertEquals("it's: on #1", back.kafka().group());
    assertEquals(7, back.kafka().partitions());
    assertEquals("otlp\\d*", back.topics().logsPattern());
  }

  @Test
  void theOriginOfEachValueIsShownAndASecretIsNot() {
    int code = run(Map.of("SIGNALBOX_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", "hunter2"), "--print");

    assertEquals(0, code, err.toString());
    assertTrue(
        out.toString().contains("kafka.properties.sasl.jaas.config: '******'"), out::toString);
    assertTrue(out.toString().contains("# environment SIGNALBOX_KAFKA_PROPERTIES_SASL"));
    assertTrue(out.toString().contains("# default"));
    assertFalse(out.toString().contains("hunter2"));
  }

  @Test
  void aCheckListsEveryProblemAndEndsWithTwo() {
    int code = run(Map.of(), "--check", "--kafka.botstrap", "x", "--disorder", "soon");

    assertEquals(2, code);
    assertEquals("", out.toString());
    assertEquals(2, err.toString().lines().count(), err::toString);
    assertTrue(err.toString().contains("did you mean kafka.bootstrap?"));
  }

  @Test
  void goodOptionsPassTheCheckAndNoWishAtAllIsWrongUse() {
    assertEquals(0, run(Map.of(), "--check", "--disorder", "5s"));
    assertEquals(2, run(Map.of()));
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new CommandLine(new ConfigCommand(environment))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
