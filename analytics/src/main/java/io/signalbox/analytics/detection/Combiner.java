// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Weighs what the experts say together: a sum of small decision trees, asked only when some expert
 * is suspicious. The result is the log-odds that the value belongs to an anomaly.
 */
final class Combiner {
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
  Combiner() {
    this(CombinerTrees.TREES + " " + LaterCombinerTrees.TREES);
  }

  /** Reads trees as {@link CombinerTrees} writes them. */
  Combiner(String trees) {
    String[] nodes = trees.trim().split(" +");
    int heard = 0;
    int count = 0;
    for (int at = 0; at < nodes.length; count++) {
      heard = count == HEARING ? at : heard;
      at = end(nodes, at);
    }
    early = new Forest(nodes, 0, heard, HEARING);
    late = new Forest(nodes, heard, nodes.length, count - HEARING);
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
  double judge(double[] features) {
    double sum = early.add(features, 0);
    return sum < HOPELESS ? sum : late.add(features, sum);
  }
}
