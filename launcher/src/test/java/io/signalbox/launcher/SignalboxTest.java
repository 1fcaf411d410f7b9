// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SignalboxTest {
  @Test
  void everyCommandThatTheDocumentsNameIsThere() {
    Set<String> commands =
        Set.of(
            "help",
            "config",
            "up",
            "submit",
            "status",
            "down",
            "jar",
            "story",
            "demo",
            "simulate",
            "decode",
            "replay",
            "root-cause",
            "cost",
            "focus-check",
            "drift",
            "plan",
            "bootstrap",
            "state",
            "bench",
            "score",
            "evaluate",
            "learn",
            "patterns",
            "runbooks",
            "objectives");
    assertEquals(commands, new CommandLine(new Signalbox()).getSubcommands().keySet());
  }

  @Test
  void aFileThatIsNotThereIsNamedAsSuch(@TempDir Path folder) {
    StringWriter err = new StringWriter();
    CommandLine line = Signalbox.line().setErr(new PrintWriter(err, true));
    String none = folder.resolve("none").toString();
    assertEquals(
        1, line.execute("cost", "--usage", none, "--prices", none, "--out", folder.toString()));
    assertTrue(err.toString().contains("signalbox: no such file: "), err::toString);
  }
}
