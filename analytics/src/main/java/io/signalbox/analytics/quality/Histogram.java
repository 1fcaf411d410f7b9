// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;

/**
 * How many values fall between edges that never move. Counts are integers, so histograms on the
 * same edges merge exactly, in any order.
 */
public final class Histogram {
  private final double[] edges;
  private final long[] counts;

  /**
   * An empty one.
   *
   * @param edges in rising order; a value at an edge lies above it
   * @throws IllegalArgumentException when they do not rise, or one is not a number
   */
  public Histogram(double[] edges) {
    this(edges, new long[edges.length + 1]);
  }

  /**
   * One that goes on.
   *
   * @param counts of values below the first edge, between the edges, and above the last
   * @throws IllegalArgumentException when edges do not rise or counts do not fit them
   */
  public Histogram(double[] edges, long[] counts) {
    for (int i = 0; i < edges.length; i++) {
      if (Double.isNaN(edges[i]) || (i > 0 && edges[i] <= edges[i - 1])) {
        throw new IllegalArgumentException("edges must rise: " + Arrays.toString(edges));
      }
    }
    if (counts.length != edges.length + 1) {
      throw new IllegalArgumentException(counts.length + " counts, " + edges.length + " edges");
    }
    this.edges = edges.clone();
    this.counts = counts.clone();
  }

  /**
   * Edges that cut a sample into parts of one size, fewer where values are alike.
   *
   * @param sample at least one value, all numbers
   * @param parts at least two
   */
  public static double[] edgesOf(double[] sample, int parts) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    return java.util.stream.IntStream.range(1, parts)
        .mapToDouble(part -> sorted[(int) ((long) part * sorted.length / parts)])
        .distinct()
        .toArray();
  }

  /** Takes in a value; not a number is passed over. */
  public void add(double value) {
    if (!Double.isNaN(value)) {
      int at = Arrays.binarySearch(edges, value);
      counts[at >= 0 ? at + 1 : -at - 1]++;
    }
  }

  /**
   * Takes in all that another has.
   *
   * @throws IllegalArgumentException when its edges are others
   */
  public void add(Histogram other) {
    if (!Arrays.equals(edges, other.edges)) {
      throw new IllegalArgumentException("histograms of other edges do not merge");
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** How many values it holds. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** Its edges; a copy. */
  public double[] edges() {
    return edges.clone();
  }

  /** Its counts; a copy. */
  public long[] counts() {
    return counts.clone();
  }

  /** A name that tells references apart: a hash of edges and counts. */
  public String name() {
    long hash = 31L * Arrays.hashCode(edges) + Arrays.hashCode(counts);
    return String.format("%012x", (hash * 0x9e3779b97f4a7c15L) >>> 16);
  }
}
