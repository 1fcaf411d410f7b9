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
  private long lastTime = Long.MIN_VALUE;
  private String lastText = "";
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
      if (value instanceof String text) {
        CsvRecords.write(text, line);
      } else if (value instanceof BigDecimal amount) {
        line.append(digits(amount));
      } else if (value instanceof Long time) {
        line.append(time(time));
      }
    }
    out.append(line.append('\n'));
  }

  private String digits(BigDecimal amount) {
    if (amount != lastAmount) { // the four costs of a row are one object
      lastDigits = TotalsJson.money(amount);
      lastAmount = amount;
    }
    return lastDigits;
  }

  private String time(long atMs) {
    if (atMs != lastTime) {
      lastText = DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(atMs / 1000));
      lastTime = atMs;
    }
    return lastText;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
