// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A row of charges; a value is a text, a decimal or epoch milliseconds, as its column says. */
public final class FocusRow {
  private final @Nullable Object[] values = new @Nullable Object[FocusColumn.values().length];

  /** A row without values. */
  public FocusRow() {}

  /** A row that begins as another is. */
  FocusRow(FocusRow other) {
    System.arraycopy(other.values, 0, values, 0, values.length);
  }

  /** The value of a column, or null. */
  public @Nullable Object get(FocusColumn column) {
    return values[column.ordinal()];
  }

  /** This row with a text, or null. */
  public FocusRow with(FocusColumn column, @Nullable String text) {
    values[column.ordinal()] = text;
    return this;
  }

  /** This row with an amount. */
  public FocusRow with(FocusColumn column, BigDecimal amount) {
    values[column.ordinal()] = amount;
    return this;
  }

  /** This row with a time in epoch milliseconds. */
  public FocusRow with(FocusColumn column, long atMs) {
    values[column.ordinal()] = atMs;
    return this;
  }
}
