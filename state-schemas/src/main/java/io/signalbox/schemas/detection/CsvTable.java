// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a file of comma-separated values whose first record names the columns.
 *
 * <p>Blank lines are no records. A quoted field may hold line ends, but a quote that is not closed
 * within {@link #LINES} lines, by a record with as many fields as the header has, is an ordinary
 * character: one stray quote costs one record, not the rest of the file.
 */
public final class CsvTable implements Closeable {
  private static final int LINES = 16;
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  private final CsvLines lines;
  private final Deque<String> ahead = new ArrayDeque<>();
  private List<String> header = List.of();
  private long taken;
  private long line;

  private CsvTable(CsvLines lines) {
    this.lines = lines;
  }

  /**
   * Opens a file, plain or gzip, and reads its header.
   *
   * @throws IOException if it cannot be read
   */
  public static CsvTable open(Path file) throws IOException {
    CsvTable table = new CsvTable(CsvLines.open(file));
    try {
      String first = table.line();
      if (first != null && first.startsWith(BYTE_ORDER_MARK)) {
        table.ahead.push(first.substring(BYTE_ORDER_MARK.length()));
      } else if (first != null) {
        table.ahead.push(first);
      }
      List<String> header = table.next();
      table.header = header == null ? List.of() : header.stream().map(String::trim).toList();
      return table;
    } catch (IOException e) {
      table.close();
      throw e;
    }
  }

  /** The names of the columns; none if the file is empty. */
  public List<String> header() {
    return header;
  }

  /** Where a column is, by the first of the names that the header has; -1 if it has none. */
  public int column(String... names) {
    for (String name : names) {
      if (header.contains(name)) {
        return header.indexOf(name);
      }
    }
    for (int i = 0; i < header.size(); i++) {
      for (String name : names) {
        if (header.get(i).equalsIgnoreCase(name)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The fields of the next record, or null after the last. */
  public @Nullable List<String> next() throws IOException {
    String first = line();
    while (first != null && first.isBlank()) {
      taken++;
      first = line();
    }
    if (first == null) {
      return null;
    }
    taken++;
    line = taken;
    List<String> fields = CsvFields.strict(first);
    if (fields != null) {
      return fields;
    }
    List<String> longer = overLines(first);
    return longer == null ? CsvFields.lenient(first) : longer;
  }

  /** The number, from 1, of the line at which the last record began. */
  public long lineNumber() {
    return line;
  }

  private @Nullable List<String> overLines(String first) throws IOException {
    StringBuilder record = new StringBuilder(first);
    Deque<String> looked = new ArrayDeque<>();
    while (looked.size() < LINES && record.length() < CsvLines.LONGEST) {
      String more = line();
      if (more == null) {
        break;
      }
      looked.add(more);
      List<String> fields = CsvFields.strict(record.append('\n').append(more).toString());
      if (fields != null && (header.isEmpty() || fields.size() == header.size())) {
        taken += looked.size();
        return fields;
      }
    }
    while (!looked.isEmpty()) {
      ahead.push(looked.removeLast());
    }
    return null;
  }

  private @Nullable String line() throws IOException {
    String waiting = ahead.poll();
    return waiting == null ? lines.next() : waiting;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
