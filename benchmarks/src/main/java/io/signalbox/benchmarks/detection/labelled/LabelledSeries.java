// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.labelled;

import java.util.List;

/**
 * A series and what people say about it.
 *
 * @param set the data set it is from
 * @param name relative path of its file
 * @param atMs epoch milliseconds of its rows
 * @param values of its rows; NaN where none could be read
 * @param segments where it is not as usual, in order, apart from each other
 */
public record LabelledSeries(
    String set, String name, long[] atMs, double[] values, List<Segment> segments) {
  /** Number of rows. */
  public int size() {
    return values.length;
  }

  /** How it is named on the command line. */
  public String path() {
    return set + '/' + name;
  }
}
