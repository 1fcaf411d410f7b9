// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decision trees that are asked together. Which way a walk down a tree turns cannot be guessed, and
 * each wrong guess costs as much as ten splits. So nobody walks: the splits of all trees are sorted
 * by feature and threshold, every one that a value exceeds strikes out the leaves below it on the
 * other side, and of each tree the first leaf that is left is its answer (Lucchese et al.,
 * "QuickScorer", SIGIR 2015).
 */
final class Forest {
  /** Leaves of a tree at most: so many bits of a word are its own. */
  private static final int LEAVES = 16;

  private static final int PER_WORD = Long.SIZE / LEAVES;
  private static final long ALL = (1 << LEAVES) - 1;

  /** A split: larger values strike out leaves of a word. */
  private record Split(int feature, double threshold, int word, long kept) {}

  /** Where the splits of a feature begin; the last of each is one that nothing exceeds. */
  private final int[] from = new int[Features.COUNT];

  private final double[] threshold;
  private final short[] word;
  private final long[] kept;
  private final float[] leaves;
  private final long[] open;
  private final int trees;

  /**
   * Trees in the form of {@link CombinerTrees}.
   *
   * @param nodes splits and leaves, each tree from its root
   * @param start of the first tree
   * @param end of the last tree
   * @param trees how many they are
   */
  Forest(String[] nodes, int start, int end, int trees) {
    this.trees = trees;
    leaves = new float[trees * LEAVES];
    open = new long[(trees + PER_WORD - 1) / PER_WORD];
    List<Split> splits = new ArrayList<>();
    int at = start;
    for (int tree = 0; at < end; tree++) {
      int[] leaf = {tree * LEAVES};
      at = read(nodes, at, leaf, splits);
    }
    for (int feature = 0; feature < Features.COUNT; feature++) {
      splits.add(new Split(feature, Double.POSITIVE_INFINITY, 0, -1));
    }
    splits.sort(Comparator.comparingInt(Split::feature).thenComparingDouble(Split::threshold));
    threshold = new double[splits.size()];
    word = new short[splits.size()];
    kept = new long[splits.size()];
    for (int i = splits.size() - 1; i >= 0; i--) {
      Split split = splits.get(i);
      threshold[i] = split.threshold;
      word[i] = (short) split.word;
      kept[i] = split.kept;
      from[split.feature] = i;
    }
  }

  /** Reads the tree that begins at a node and returns where it ends. */
  private int read(String[] nodes, int at, int[] leaf, List<Split> splits) {
    int sign = nodes[at].indexOf('<');
    float number = Float.parseFloat(nodes[at].substring(sign + 1));
    if (sign < 0) {
      leaves[leaf[0]++] = number;
      return at + 1;
    }
    int first = leaf[0];
    int above = read(nodes, at + 1, leaf, splits);
    int feature = Integer.parseInt(nodes[at].substring(0, sign));
    int tree = first / LEAVES;
    long struck = (ALL >> (LEAVES - (leaf[0] - first))) << (first % LEAVES);
    long kept = ~(struck << shift(tree));
    splits.add(new Split(feature, number, tree / PER_WORD, kept));
    return read(nodes, above, leaf, splits);
  }

  /** Where in its word the bits of a tree begin. */
  private static int shift(int tree) {
    return (tree % PER_WORD) * LEAVES;
  }

  /** Adds to a sum what each tree says, in their order. */
  double add(double[] features, double sum) {
    Arrays.fill(open, -1);
    for (int feature = 0; feature < features.length; feature++) {
      double value = features[feature];
      for (int i = from[feature]; value > threshold[i]; i++) {
        open[word[i]] &= kept[i];
      }
    }
    double total = sum;
    for (int tree = 0; tree < trees; tree++) {
      long left = open[tree / PER_WORD] >>> shift(tree);
      total += leaves[tree * LEAVES + Long.numberOfTrailingZeros(left)];
    }
    return total;
  }
}
