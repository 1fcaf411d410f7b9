// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void badInputIsNamedAndCountedAndTheCommandIsGood() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(in.resolve("a.csv"), "timestamp,value\n1,2\n1,x\n");
    Files.writeString(in.resolve("b.csv"), "nothing\n");
    assertEquals(0, run("--in", in.toString(), "--out", folder.resolve("out").toString()));
    assertEquals(
        "1 file scored, 2 rows, 0 alarms; 1 file passed over; 1 unreadable row",
        out.toString().trim());
    assertTrue(err.toString().contains("a.csv:3: unreadable value \"x\""), err.toString());
    assertTrue(err.toString().contains("b.csv:1: no column timestamp and value"), err.toString());
    assertEquals(3, Files.readAllLines(folder.resolve("out/a.csv")).size());
  }

  @Test
  void wrongUseIsNamedBeforeAnythingIsWritten() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "timestamp,value\n1,2\n");
    String in = folder.toString();
    assertEquals(2, run("--in", in, "--out", in));
    assertEquals(2, run("--in", in + "/none", "--out", in + "/out"));
    assertEquals(2, run("--in", in, "--out", in + "/a.csv"));
    assertEquals(2, run("--in", in, "--out", in + "/out", "--budget", "0"));
    assertEquals(2, run("--in", in));
    String said = err.toString();
    for (String part : List.of("would be lost", "no such folder", "is no folder", "above 0")) {
      assertTrue(said.contains(part), said);
    }
    assertEquals("timestamp,value\n1,2\n", Files.readString(folder.resolve("a.csv")));
  }

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new ScoreCommand());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
