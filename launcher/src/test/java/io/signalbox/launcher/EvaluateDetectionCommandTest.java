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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateDetectionCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--detector=oracle, no detector oracle",
    "--set=yahoo, no set yahoo",
    "--set=nab, no labelled data below",
    "--folds=3, --folds is 2 or sets",
    "--plot=nab/nothing.csv, no series nab/nothing.csv"
  })
  void wrongUseIsNamed(String option, String said) {
    assertEquals(2, run("--data", folder.toString(), option));
    assertTrue(err.toString().contains(said), err.toString());
  }

  @Test
  void aFileOfOnesOwnIsDrawn() throws IOException {
    Path file = folder.resolve("mine.csv");
    Files.writeString(file, "timestamp,value\n0,1\n60,2\n120,1\n");
    Path to = folder.resolve("plots");
    assertEquals(0, run("--plot", file.toString(), "--out", to.toString()), err.toString());
    assertTrue(Files.readString(to.resolve("file_mine.svg")).contains("3 points"));
  }

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new EvaluateCommand());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "detection";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }
}
