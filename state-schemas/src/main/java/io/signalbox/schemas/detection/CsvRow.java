// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

/** A row of a series file, used again for the next one. */
public final class CsvRow {
  /** The line at which it stands, from 1. */
  public long line;

  /** Its time as it stands in the file. */
  public String time = "";

  /** Its value as it stands in the file. */
  public String text = "";

  /** Epoch milliseconds, or {@link EventTimeText#NONE}. */
  public long atMs;

  /** Finite, or NaN if it could not be read. */
  public double value;

  /** Why it cannot be judged, or empty. */
  public String fault = "";

  /** True when both time and value could be read. */
  public boolean isReadable() {
    return fault.isEmpty();
  }

  /** The row as the first two fields of a written record: both as they stood in the file. */
  public String verbatim() {
    return CsvFields.written(time) + ',' + CsvFields.written(text);
  }
}
