// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The part of a page that is written anew with each recorded run. */
public final class MeasuredSection {
  /** The section of the detector as shipped. */
  public static final String MEASURED = "measured";

  /** The section of weights that do not know the series they judge. */
  public static final String HELD_OUT = "held out";

  private MeasuredSection() {}

  /**
   * Puts tables between the marks of a page; what is outside of them stays.
   *
   * @param section its name, as it is in the marks
   * @param source how they came about, a line
   * @throws IOException if the page cannot be written or has no such marks
   */
  public static void write(Path page, String section, String source, List<Table> tables)
      throws IOException {
    String beginMark = mark(section, "begin");
    String endMark = mark(section, "end");
    String text = Files.readString(page);
    int begin = text.indexOf(beginMark);
    int end = text.indexOf(endMark);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for figures: " + beginMark + " ... " + endMark);
    }
    List<String> lines = new ArrayList<>();
    lines.add(source);
    lines.add("");
    tables.forEach(table -> lines.addAll(table.markdown()));
    String head = text.substring(0, begin + beginMark.length());
    Files.writeString(page, head + "\n" + String.join("\n", lines) + text.substring(end));
  }

  static String mark(String section, String edge) {
    return "<!-- " + section + ": " + edge + " -->";
  }
}
