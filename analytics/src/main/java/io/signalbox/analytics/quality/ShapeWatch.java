// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are spread, against how the first ones were, or those of late. The first give edges,
 * which then stay, and the first reference. Mutable: part of a state, and its fields are what a
 * codec stores.
 */
public final class ShapeWatch {
  /** Values that make the reference. */
  public static final int FIRST = 100;

  private static final int PARTS = 10;

  /** Values in the order of their coming, as long as there is no reference. */
  public double[] first = {};

  /** How they were spread; null as long as too few came. */
  public @Nullable Histogram reference;

  /** How they have been spread since it was last told; null as long as there is no reference. */
  public @Nullable Histogram recent;

  /** How they were in earlier windows, by begin, epoch milliseconds; where the reference rolls. */
  public final TreeMap<Long, Histogram> past = new TreeMap<>();

  void add(double value) {
    if (recent != null) {
      recent.add(value);
    } else if (!Double.isNaN(value)) {
      first = Arrays.copyOf(first, first.length + 1);
      first[first.length - 1] = value;
      if (first.length == FIRST) {
        freeze();
      }
    }
  }

  private void freeze() {
    double[] edges = Histogram.edgesOf(first, PARTS);
    Histogram frozen = new Histogram(edges);
    for (double value : first) {
      frozen.add(value);
    }
    reference = frozen;
    recent = new Histogram(edges);
    first = new double[0];
  }

  /** What came since it was last told, and forgets it; null when there is nothing to compare. */
  @Nullable Histogram take() {
    Histogram taken = recent;
    if (taken == null || taken.total() == 0) {
      return null;
    }
    recent = new Histogram(taken.edges());
    return taken;
  }
}
