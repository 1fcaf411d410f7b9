// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of charges, in the columns of FOCUS 1.2. Rows are added and never changed: all rows of a
 * charge sum to what it costs.
 *
 * @param id of the response, or null where none is told
 * @param toldAt event time at which the row was written
 * @param columns the columns that have a value, by name: exact decimals, times in UTC, texts
 */
public record ChargeRow(@Nullable String id, Instant toldAt, Map<String, String> columns) {
  private static final FocusColumn[] COLUMNS = FocusColumn.values();

  /** A row that was told at a time. */
  public static ChargeRow of(@Nullable String id, long toldMs, FocusRow row) {
    Map<String, String> columns = new TreeMap<>();
    for (FocusColumn column : COLUMNS) {
      Object value = row.get(column);
      if (value != null) {
        columns.put(column.title(), text(value));
      }
    }
    return new ChargeRow(id, Instant.ofEpochMilli(toldMs), columns);
  }

  static String text(Object value) {
    if (value instanceof BigDecimal amount) {
      return TotalsJson.money(amount);
    }
    return value instanceof Long ms
        ? DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(ms / 1000))
        : value.toString();
  }
}
