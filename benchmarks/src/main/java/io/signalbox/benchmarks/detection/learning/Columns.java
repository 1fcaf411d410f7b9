// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples by feature, each value replaced by the number of edges below it. The edges, at most 254
 * of a feature, lie at its quantiles and are numbers of three digits, so that a split learned here
 * is the split that is written.
 */
final class Columns {
  private static final int MOST_EDGES = 254;

  private final byte[][] bins;
  private final float[][] edges;
  private final int rows;

  private Columns(byte[][] bins, float[][] edges, int rows) {
    this.bins = bins;
    this.edges = edges;
    this.rows = rows;
  }

  /** Lays out examples, which all have the same number of features. */
  static Columns of(List<double[]> examples) {
    int features = examples.isEmpty() ? 0 : examples.get(0).length;
    byte[][] bins = new byte[features][];
    float[][] edges = new float[features][];
    IntStream.range(0, features)
        .parallel()
        .forEach(
            feature -> {
              double[] values = examples.stream().mapToDouble(one -> one[feature]).toArray();
              edges[feature] = edges(values);
              bins[feature] = bins(values, edges[feature]);
            });
    return new Columns(bins, edges, examples.size());
  }

  /** Quantiles, each once; none that has no value above it. */
  private static float[] edges(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] edges = new float[MOST_EDGES];
    int count = 0;
    for (int i = 1; i <= MOST_EDGES; i++) {
      float edge = ShortDecimal.round(sorted[(int) ((long) i * (sorted.length - 1) / 255)]);
      boolean isNew = count == 0 || edge > edges[count - 1];
      if (isNew && edge < sorted[sorted.length - 1]) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  private static byte[] bins(double[] values, float[] edges) {
    byte[] bins = new byte[values.length];
    for (int row = 0; row < values.length; row++) {
      int low = 0;
      int high = edges.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values[row] <= edges[middle]) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      bins[row] = (byte) low;
    }
    return bins;
  }

  int rows() {
    return rows;
  }

  int features() {
    return edges.length;
  }

  /** Edges of a feature: places where it can be split. */
  int edges(int feature) {
    return edges[feature].length;
  }

  float edge(int feature, int number) {
    return edges[feature][number];
  }

  /** True when the value is not above the edge of this number. */
  boolean isBelow(int feature, int number, int row) {
    return (bins[feature][row] & 0xff) <= number;
  }

  /** The edges below each value of a feature, unsigned; not to be changed. */
  byte[] bins(int feature) {
    return bins[feature];
  }
}
