// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.schemas.json.RecordJson;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Rows of charges as JSON objects, whose fields are the columns of a table of charges. */
public final class ChargeRecord {
  private static final FocusColumn[] COLUMNS = FocusColumn.values();
  private static final String[] NAMES = new String[COLUMNS.length];

  static {
    for (FocusColumn column : COLUMNS) {
      NAMES[column.ordinal()] = nameOf(column);
    }
  }

  private ChargeRecord() {}

  /** The name of a column in a database, which knows no capitals. */
  public static String nameOf(FocusColumn column) {
    return column.title().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a row.
   *
   * @param id of the row, which no other has
   * @param toldMs event time at which it was written, epoch milliseconds
   */
  public static byte[] write(String id, long toldMs, FocusRow row) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("row_id", id);
    fields.put("told_at", Instant.ofEpochMilli(toldMs).toString());
    for (FocusColumn column : COLUMNS) {
      Object value = row.get(column);
      if (value != null) {
        fields.put(NAMES[column.ordinal()], ChargeRow.text(value));
      }
    }
    return RecordJson.write(fields);
  }
}
