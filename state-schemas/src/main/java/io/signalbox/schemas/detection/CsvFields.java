// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a record of comma-separated values apart, after RFC 4180. */
final class CsvFields {
  private CsvFields() {}

  /**
   * The fields of a record.
   *
   * @return null if a quoted field is not closed, or is followed by something else than a comma
   */
  static @Nullable List<String> strict(String record) {
    List<String> fields = new ArrayList<>(4);
    int at = 0;
    while (true) {
      if (at < record.length() && record.charAt(at) == '"') {
        StringBuilder field = new StringBuilder();
        at = quoted(record, at + 1, field);
        if (at < 0 || (at < record.length() && record.charAt(at) != ',')) {
          return null;
        }
        fields.add(field.toString());
      } else {
        int comma = record.indexOf(',', at);
        int stop = comma < 0 ? record.length() : comma;
        fields.add(record.substring(at, stop));
        at = stop;
      }
      if (at == record.length()) {
        return fields;
      }
      at++;
    }
  }

  /** The fields of a damaged record: a quote has no meaning. */
  static List<String> lenient(String record) {
    return List.of(record.split(",", -1));
  }

  /** Reads up to the closing quote and returns the place behind it, or -1 if there is none. */
  private static int quoted(String record, int from, StringBuilder field) {
    int at = from;
    while (at < record.length()) {
      char c = record.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < record.length() && record.charAt(at) == '"') {
        field.append('"');
        at++;
      } else {
        return at;
      }
    }
    return -1;
  }

  /** A field as it is written: quoted only where it must be. */
  static String written(String field) {
    boolean plain = true;
    for (int i = 0; i < field.length() && plain; i++) {
      char c = field.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
