// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Figures laid out for people, on a terminal or in a page.
 *
 * @param title what it is about
 * @param header names of the columns
 * @param rows as many cells each
 * @param note what has to be known to read it, or empty
 */
public record Table(String title, List<String> header, List<List<String>> rows, String note) {
  /** Lines for a terminal: columns aligned, numbers to the right. */
  public List<String> text() {
    int[] widths = new int[header.size()];
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    for (List<String> row : all) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(title);
    for (List<String> row : all) {
      lines.add(aligned(row, widths));
    }
    if (!note.isEmpty()) {
      lines.add("  (" + note + ")");
    }
    return lines;
  }

  private String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(" ");
    for (int i = 0; i < row.size(); i++) {
      String pad = " ".repeat(widths[i] - row.get(i).length());
      line.append(' ').append(isText(i) ? row.get(i) + pad : pad + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  private boolean isText(int column) {
    return column == 0 || header.get(column).equals("alarms");
  }

  /** Lines of a page. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("**" + title + "**");
    lines.add("");
    lines.add(line(header));
    List<String> rule = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      rule.add(isText(i) ? "---" : "---:");
    }
    lines.add(line(rule));
    rows.forEach(row -> lines.add(line(row)));
    if (!note.isEmpty()) {
      lines.add("");
      lines.add(note.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + note.substring(1) + '.');
    }
    lines.add("");
    return lines;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }
}
