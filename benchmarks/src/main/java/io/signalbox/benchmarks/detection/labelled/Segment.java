// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Rows that are labelled.
 *
 * @param first row, from 0
 * @param last row, included
 */
public record Segment(int first, int last) {
  /** The longest runs of labelled rows. */
  public static List<Segment> of(int size, IntPredicate labelled) {
    List<Segment> segments = new ArrayList<>();
    int first = -1;
    for (int i = 0; i <= size; i++) {
      boolean inside = i < size && labelled.test(i);
      if (inside && first < 0) {
        first = i;
      } else if (!inside && first >= 0) {
        segments.add(new Segment(first, i - 1));
        first = -1;
      }
    }
    return segments;
  }
}
