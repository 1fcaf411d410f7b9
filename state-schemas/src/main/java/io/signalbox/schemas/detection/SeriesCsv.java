// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a series from a file of comma-separated values: the columns {@code timestamp} and {@code
 * value}, in any case, and never another one, so that no label can reach what is done with it.
 */
public final class SeriesCsv implements Closeable {
  private static final int SHOWN = 40;

  private final CsvTable table;
  private final int time;
  private final int value;

  private SeriesCsv(CsvTable table) {
    this.table = table;
    this.time = table.column("timestamp", "TimeStamp");
    this.value = table.column("value", "Value");
  }

  /**
   * Opens a file; see {@link #fault} for whether it holds a series.
   *
   * @throws IOException if it cannot be read
   */
  public static SeriesCsv open(Path file) throws IOException {
    return new SeriesCsv(CsvTable.open(file));
  }

  /** Why the file holds no series, or null if it does. */
  public @Nullable String fault() {
    if (table.header().isEmpty()) {
      return "empty file";
    }
    if (time < 0 || value < 0) {
      String missing = time < 0 ? (value < 0 ? "timestamp and value" : "timestamp") : "value";
      return "no column " + missing + " in the header \"" + shown(header()) + '"';
    }
    return null;
  }

  private String header() {
    return String.join(",", table.header());
  }

  /**
   * Reads the next row.
   *
   * @return false after the last
   * @throws IOException if the file is damaged from here on
   */
  public boolean next(CsvRow row) throws IOException {
    List<String> fields = table.next();
    if (fields == null) {
      return false;
    }
    row.line = table.lineNumber();
    row.time = time < fields.size() ? fields.get(time) : "";
    row.text = value < fields.size() ? fields.get(value) : "";
    row.atMs = EventTimeText.parse(row.time);
    row.value = DecimalText.parse(row.text);
    row.fault = fault(row);
    return true;
  }

  /** The line, from 1, at which the last row began. */
  public long lineNumber() {
    return table.lineNumber();
  }

  private static String fault(CsvRow row) {
    if (Double.isNaN(row.value)) {
      return row.text.isBlank() ? "no value" : "unreadable value \"" + shown(row.text) + '"';
    }
    if (row.atMs == EventTimeText.NONE) {
      return row.time.isBlank() ? "no timestamp" : "unreadable time \"" + shown(row.time) + '"';
    }
    return "";
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "...";
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
