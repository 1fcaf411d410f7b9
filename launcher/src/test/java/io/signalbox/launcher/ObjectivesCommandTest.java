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

class ObjectivesCommandTest {
  private final StringWriter out = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ObjectivesCommand())
        .setOut(new PrintWriter(out, true))
        .execute(arguments);
  }

  @Test
  void whatShipsIsGoodAndWhatIsWrongIsToldWithFileLineAndReason(@TempDir Path folder)
      throws IOException {
    Path shipped =
        Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/objectives.yaml");
    assertEquals(0, run("lint", shipped.toString()));
    String wrong = Files.readString(shipped).replace("target: 0.99\n", "target: 1.5\n");
    Files.writeString(folder.resolve("a.yaml"), wrong);
    long line = wrong.substring(0, wrong.indexOf("target: 1.5")).lines().count();

    assertEquals(1, run("lint", folder.toString()));
    assertTrue(out.toString().contains("a.yaml:" + line + ":"), out::toString);
    assertTrue(out.toString().contains("3 objectives, 1 errors"), out::toString);
  }
}
