// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the concept of a generated stream changes, by the convention of its makers: the width of
 * the transition is in the name of the file; abrupt ones (50) come every 20,000 rows, gradual ones
 * (500) every 25,000. Read after the run, for the score alone.
 *
 * @param rows first rows of the new concepts, from 0
 * @param within rows after one in which a report still is of it
 */
record KnownDrifts(List<Integer> rows, int within) {
  private static final Pattern WIDTH = Pattern.compile("_w_(\\d+)_");
  private static final int GRADUAL = 500;

  /** Those of a file of so many rows; none when its name does not tell. */
  static KnownDrifts of(String file, int length) {
    Matcher width = WIDTH.matcher(file);
    if (!width.find()) {
      return new KnownDrifts(List.of(), 0);
    }
    boolean gradual = Integer.parseInt(width.group(1)) >= GRADUAL;
    List<Integer> rows = new ArrayList<>();
    int every = gradual ? 25_000 : 20_000;
    for (int row = every; row < length; row += every) {
      rows.add(row);
    }
    return new KnownDrifts(List.copyOf(rows), gradual ? 1000 : 250);
  }
}
