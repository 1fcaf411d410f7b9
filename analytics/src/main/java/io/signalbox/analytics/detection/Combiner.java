// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Arrays;

/**
 * Weighs what the experts say together: a sum of small decision trees, asked only when some expert
 * is suspicious. The result is the log-odds that the value belongs to an anomaly.
 */
public final class Combiner implements Weighing {
  /** Evidence below which nothing is suspicious, nats: about one value in a hundred per expert. */
  static final double SUSPICIOUS = 4.6;

  /** Trees after which most verdicts are clear. */
  private static final int HEARING = 60;

  /** Log-odds that do not recover once so many trees have spoken. */
  static final double HOPELESS = -3;

  private static final byte LEAF = -1;

  /** Log-odds of a value that nothing is said about. */
  private static final double CALM = -12;

  private final byte[] feature;
  private final float[] threshold;

  /** Where the tree for larger values begins; the one for the others follows its split. */
  private final short[] above;

  private final short[] roots;

  /** A combiner with the weights that ship. */
  public Combiner() {
    this(CombinerTrees.TREES + " " + LaterCombinerTrees.TREES);
  }

  /**
   * A combiner with these weights.
   *
   * @param trees nodes, apart by spaces, each tree root first. A split is {@code feature<threshold}
   *     and is followed by the tree for values not above the threshold, then by the one for values
   *     above it; a leaf is the log-odds that it adds
   * @throws NumberFormatException if a node is neither
   */
  public Combiner(String trees) {
    String[] nodes = trees.trim().split(" +");
    feature = new byte[nodes.length];
    threshold = new float[nodes.length];
    above = new short[nodes.length];
    short[] starts = new short[nodes.length];
    int count = 0;
    for (int at = 0; at < nodes.length; at = read(nodes, at)) {
      starts[count++] = (short) at;
    }
    roots = Arrays.copyOf(starts, count);
  }

  /** Reads the tree that begins at a node and returns where it ends. */
  private int read(String[] nodes, int at) {
    int sign = nodes[at].indexOf('<');
    threshold[at] = Float.parseFloat(nodes[at].substring(sign + 1));
    if (sign < 0) {
      feature[at] = LEAF;
      return at + 1;
    }
    feature[at] = Byte.parseByte(nodes[at].substring(0, sign));
    int end = read(nodes, at + 1);
    above[at] = (short) end;
    return read(nodes, end);
  }

  /** Log-odds of the value by the strongest evidence alone. */
  static double calm(Moment m) {
    return CALM + m.strongest;
  }

  @Override
  public double judge(double[] features) {
    double sum = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      if (tree == HEARING && sum < HOPELESS) {
        return sum;
      }
      int node = roots[tree];
      while (feature[node] != LEAF) {
        node = features[feature[node]] <= threshold[node] ? node + 1 : above[node];
      }
      sum += threshold[node];
    }
    return sum;
  }
}
