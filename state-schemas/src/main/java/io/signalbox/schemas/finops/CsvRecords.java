// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a CSV file (RFC 4180): quoted fields may hold commas, quotes written twice, and ends
 * of lines. A mark of byte order before the first is passed over.
 */
public final class CsvRecords implements Closeable {
  private final BufferedReader in;
  private final StringBuilder field = new StringBuilder();
  private long line;
  private long start;

  private CsvRecords(BufferedReader in) {
    this.in = in;
  }

  /**
   * Opens a file, plain or gzip.
   *
   * @throws IOException if it cannot be read
   */
  public static CsvRecords open(Path file) throws IOException {
    return new CsvRecords(TextLines.open(file));
  }

  /** The line at which the last record began, from 1. */
  public long line() {
    return start;
  }

  /** The next record, or null after the last; empty lines are none. */
  public @Nullable List<String> next() throws IOException {
    String text = read();
    while (text != null && text.isEmpty()) {
      text = read();
    }
    if (text == null) {
      return null;
    }
    start = line;
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      if (at < text.length() && text.charAt(at) == '"') {
        field.setLength(0);
        at++;
        while (true) {
          int quote = text.indexOf('"', at);
          if (quote < 0) {
            field.append(text, at, text.length()).append('\n');
            text = read();
            if (text == null) {
              fields.add(field.toString()); // a quote that nothing ends
              return fields;
            }
            at = 0;
          } else if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
            field.append(text, at, quote + 1);
            at = quote + 2;
          } else {
            field.append(text, at, quote);
            at = quote + 1;
            break;
          }
        }
        int comma = text.indexOf(',', at);
        field.append(text, at, comma < 0 ? text.length() : comma);
        fields.add(field.toString());
        if (comma < 0) {
          return fields;
        }
        at = comma + 1;
      } else {
        int comma = text.indexOf(',', at);
        fields.add(text.substring(at, comma < 0 ? text.length() : comma));
        if (comma < 0) {
          return fields;
        }
        at = comma + 1;
      }
    }
  }

  private @Nullable String read() throws IOException {
    line++;
    return in.readLine();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** A field as it is written. */
  public static void write(String value, StringBuilder out) {
    boolean quoted = false;
    for (int i = 0; i < value.length() && !quoted; i++) {
      char c = value.charAt(i);
      quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    if (quoted) {
      out.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      out.append(value);
    }
  }
}
