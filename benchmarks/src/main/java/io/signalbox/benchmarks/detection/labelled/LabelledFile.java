// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.labelled;

import io.signalbox.schemas.detection.CsvTable;
import io.signalbox.schemas.detection.DecimalText;
import io.signalbox.schemas.detection.EventTimeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Reads a series with the column of labels, if it has one. */
final class LabelledFile {
  private final BitSet labels = new BitSet();
  private long[] atMs = new long[1024];
  private double[] values = new double[1024];
  private int size;

  private LabelledFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or holds no series
   */
  static LabelledFile read(Path file) throws IOException {
    LabelledFile read = new LabelledFile();
    try (CsvTable table = CsvTable.open(file)) {
      int time = table.column("timestamp");
      int value = table.column("value");
      if (time < 0 || value < 0) {
        throw new IOException(file + " holds no series");
      }
      int label = table.column("label");
      for (List<String> row = table.next(); row != null; row = table.next()) {
        read.add(field(row, time), field(row, value), field(row, label));
      }
    }
    return read;
  }

  private static String field(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column) : "";
  }

  private void add(String time, String value, String label) {
    if (size == values.length) {
      atMs = Arrays.copyOf(atMs, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    atMs[size] = EventTimeText.parse(time);
    values[size] = atMs[size] == EventTimeText.NONE ? Double.NaN : DecimalText.parse(value);
    labels.set(size, label.trim().equals("1"));
    size++;
  }

  /** The row whose time is the given one, the first if there are several; -1 if there is none. */
  int rowAt(long time) {
    for (int i = 0; i < size; i++) {
      if (atMs[i] == time) {
        return i;
      }
    }
    return -1;
  }

  LabelledSeries series(String set, String name) {
    return series(set, name, Segment.of(size, labels::get));
  }

  LabelledSeries series(String set, String name, List<Segment> segments) {
    return new LabelledSeries(
        set, name, Arrays.copyOf(atMs, size), Arrays.copyOf(values, size), segments);
  }
}
