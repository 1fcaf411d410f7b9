// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
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
}
