// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunbooksCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theCatalogueThatShipsPassesItsTestsAndTheLinter() {
    assertEquals(0, run("test"), out.toString() + err);
    assertTrue(out.toString().contains(" 0 failed, 0 problems"), out::toString);
    assertEquals(0, run("lint", "--strict"), out.toString() + err);
  }

  @Test
  void aFailingTestIsShownWithItsPlaceAndDifference(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), shipped().replaceFirst("applies: true", "applies: false"));

    assertEquals(1, run("test", folder.toString()));
    assertTrue(out.toString().contains("applies: true"), out::toString);
    assertTrue(out.toString().contains("(line "), out::toString);
  }

  @Test
  void whatIsWrongIsToldWithFileLineAndReason(@TempDir Path folder) throws IOException {
    String misspelt = shipped().replaceFirst("action: retry.limit", "action: retry.limits");
    Files.writeString(folder.resolve("a.yaml"), misspelt);
    long line = misspelt.substring(0, misspelt.indexOf("retry.limits")).lines().count();

    assertEquals(1, run("lint", folder.toString()));
    assertTrue(out.toString().contains("a.yaml:" + line + ":"), out::toString);
    assertTrue(out.toString().contains("is no registered action"), out::toString);
  }

  private static String shipped() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("signalbox.root", ".."))
            .resolve("flink-conf/runbooks/retry-storm.yaml"));
  }

  private int run(String... arguments) {
    return new CommandLine(new RunbooksCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
