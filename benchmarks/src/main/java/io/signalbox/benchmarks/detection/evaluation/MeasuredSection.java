// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The part of a page that is written anew with each recorded run. */
public final class MeasuredSection {
  static final String BEGIN = "<!-- measured: begin -->";
  static final String END = "<!-- measured: end -->";

  private MeasuredSection() {}

  /**
   * Puts tables between the marks of a page; what is outside of them stays.
   *
   * @param source how they came about, a line
   * @throws IOException if the page cannot be written or has no such marks
   */
  public static void write(Path page, String source, List<Table> tables) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for figures: " + BEGIN + " ... " + END);
    }
    List<String> lines = new ArrayList<>();
    lines.add(source);
    lines.add("");
    tables.forEach(table -> lines.addAll(table.markdown()));
    String head = text.substring(0, begin + BEGIN.length());
    Files.writeString(page, head + "\n" + String.join("\n", lines) + text.substring(end));
  }
}
