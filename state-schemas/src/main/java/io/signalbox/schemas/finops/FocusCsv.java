// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of charges as CSV: exact decimals, times in UTC, nothing for null. */
public final class FocusCsv implements Closeable {
  private static final FocusColumn[] COLUMNS = FocusColumn.values();
  private final BufferedWriter out;
  private final StringBuilder line = new StringBuilder(1024);
  private final @Nullable Object[] last = new @Nullable Object[COLUMNS.length];
  private final String[] written = new String[COLUMNS.length];
  private @Nullable BigDecimal lastAmount;
  private String lastDigits = "";

  private FocusCsv(BufferedWriter out) {
    this.out = out;
  }

  /**
   * Begins a file with its header.
   *
   * @throws IOException if it cannot be written
   */
  public static FocusCsv create(Path file) throws IOException {
    FocusCsv csv = new FocusCsv(Files.newBufferedWriter(file));
    csv.out.write(
        Arrays.stream(COLUMNS).map(FocusColumn::title).collect(Collectors.joining(",", "", "\n")));
    return csv;
  }

  /** Writes a row. */
  public void write(FocusRow row) throws IOException {
    line.setLength(0);
    for (FocusColumn column : COLUMNS) {
      if (column.ordinal() > 0) {
        line.append(',');
      }
      Object value = row.get(column);
      if (value instanceof BigDecimal amount) {
        line.append(digits(amount));
      } else if (value != null) {
        line.append(text(column.ordinal(), value));
      }
    }
    out.append(line.append('\n'));
  }

  /** Rows repeat what they say: what a column said last is kept. */
  private String text(int column, Object value) {
    if (!value.equals(last[column])) {
      last[column] = value;
      written[column] = value instanceof Long time ? time(time) : quoted((String) value);
    }
    return written[column];
  }

  private static String quoted(String text) {
    StringBuilder field = new StringBuilder();
    CsvRecords.write(text, field);
    return field.toString();
  }

  @SuppressWarnings("BigDecimalEquals") // of another scale it is only written anew
  private String digits(BigDecimal amount) {
    if (!amount.equals(lastAmount)) { // the four costs of a row are the same
      lastDigits = TotalsJson.money(amount);
      lastAmount = amount;
    }
    return lastDigits;
  }

  private static String time(long atMs) {
    return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(atMs / 1000));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
