// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns a sum of small trees that gives the log-odds of "yes" (gradient boosting; Friedman, Annals
 * of Statistics 29, 2001). The same examples and settings give the same trees on every machine.
 */
final class Boosting {
  private final List<double[]> examples;
  private final boolean[] yes;
  private final double[] weight;
  private final BoostingSettings settings;
  private final Columns columns;
  private final Random chance;

  private Boosting(
      List<double[]> examples, boolean[] yes, double[] weight, BoostingSettings settings) {
    this.examples = examples;
    this.yes = yes;
    this.weight = weight;
    this.settings = settings;
    this.columns = Columns.of(examples);
    this.chance = new Random(settings.seed());
  }

  /**
   * Learns from examples.
   *
   * @param examples features of each
   * @param yes answer of each
   * @param weight of each, above 0
   */
  static Trees learn(
      List<double[]> examples, boolean[] yes, double[] weight, BoostingSettings settings) {
    return new Boosting(examples, yes, weight, settings).learn();
  }

  private Trees learn() {
    List<Node> trees = new ArrayList<>();
    float prior = ShortDecimal.round(prior());
    trees.add(new Node.Leaf(prior));
    double[] logOdds = new double[yes.length];
    Arrays.fill(logOdds, prior);
    for (int i = 0; i < settings.trees(); i++) {
      Slopes slopes = Slopes.of(yes, weight, logOdds);
      Node tree = new Growing(columns, slopes, settings, someRows(), someFeatures(), chance).tree();
      IntStream.range(0, logOdds.length)
          .parallel()
          .forEach(row -> logOdds[row] += tree.of(examples.get(row)));
      trees.add(tree);
    }
    return new Trees(trees);
  }

  /** Log-odds of "yes" when nothing is known. */
  private double prior() {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < yes.length; i++) {
      sum += yes[i] ? weight[i] : 0;
      all += weight[i];
    }
    return StrictMath.log((sum + 1) / (all - sum + 1));
  }

  private int[] someRows() {
    return IntStream.range(0, yes.length)
        .filter(row -> chance.nextDouble() < settings.rowShare())
        .toArray();
  }

  /** As many features as their share says, at least one, in order. */
  private int[] someFeatures() {
    int left = columns.features();
    int wanted = Math.max(1, (int) Math.round(settings.columnShare() * left));
    int[] chosen = new int[wanted];
    int count = 0;
    for (int feature = 0; feature < columns.features(); feature++, left--) {
      if (chance.nextInt(left) < wanted - count) {
        chosen[count++] = feature;
      }
    }
    return chosen;
  }
}
