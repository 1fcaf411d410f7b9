// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LearnDetectionCommandTest {
  @TempDir private Path folder;

  @Test
  void aSetThatIsAbsentIsNamedAndNothingIsWritten() {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new LearnCommand());
    line.setErr(new PrintWriter(err, true));
    Path out = folder.resolve("out");
    String data = folder.toString();
    assertEquals(2, line.execute("detection", "--data", data, "--out", out.toString()));
    assertTrue(err.toString().contains("nab is absent"), err.toString());
    assertTrue(!out.toFile().exists());
  }

  @Test
  void whereToWriteMustBeSaidAndOnlyOnce() {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(new LearnCommand());
    line.setErr(new PrintWriter(err, true));
    assertEquals(2, line.execute("detection"));
    assertTrue(err.toString().contains("--out=DIR | --ship | --check"), err.toString());
    assertEquals(2, line.execute("detection", "--ship", "--out", folder.toString()));
  }
}
