// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

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

  /** Log-odds of a value that nothing is said about. */
  private static final double CALM = -12;

  private final Forest early;
  private final Forest late;

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
    int heard = nodes.length;
    int count = 0;
    for (int at = 0; at < nodes.length; count++) {
      heard = count == HEARING ? at : heard;
      at = end(nodes, at);
    }
    int first = Math.min(count, HEARING);
    early = new Forest(nodes, 0, heard, first);
    late = new Forest(nodes, heard, nodes.length, count - first);
  }

  /** Where the tree that begins at a node ends. */
  private static int end(String[] nodes, int at) {
    return nodes[at].indexOf('<') < 0 ? at + 1 : end(nodes, end(nodes, at + 1));
  }

  /** Log-odds of the value by the strongest evidence alone. */
  static double calm(Moment m) {
    return CALM + m.strongest;
  }

  /** Log-odds of the value by everything that is known about it. */
  @Override
  public double judge(double[] features) {
    double sum = early.add(features, 0);
    return sum < HOPELESS ? sum : late.add(features, sum);
  }
}
