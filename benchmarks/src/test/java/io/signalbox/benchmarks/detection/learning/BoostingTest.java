// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoostingTest {
  private static final int FEATURES = 5;

  @Test
  void aQuestionOfTwoFeaturesIsLearnedFromExamples() {
    Trees trees = learned(1);
    List<double[]> others = examples(2);
    boolean[] truth = truth(others);
    long right =
        IntStream.range(0, others.size())
            .filter(i -> trees.of(others.get(i)) > 0 == truth[i])
            .count();
    assertTrue(right > 0.95 * others.size(), right + " of " + others.size());
  }

  @Test
  void theSameSeedGivesTheSameTreesAndAnotherOneOthers() {
    assertEquals(learned(1).nodes(), learned(1).nodes());
    assertNotEquals(learned(1).nodes(), learned(3).nodes());
  }

  @Test
  void whatTheDetectorReadsIsBitForBitWhatWasLearned() {
    Trees trees = learned(1);
    for (double[] example : examples(4)) {
      assertEquals(trees.of(example), trees.combiner().judge(example));
    }
  }

  @Test
  void noLeafIsSmallerThanAsked() {
    List<double[]> examples = examples(1);
    BoostingSettings coarse = new BoostingSettings(1, 16, 0.3, 400, 1, 1, 1, 1);
    Trees trees = Boosting.learn(examples, truth(examples), ones(examples), coarse);
    Node tree = trees.list().get(1);
    int[] sizes = new int[100];
    List<Node> leaves = leaves(tree);
    examples.forEach(example -> sizes[leaves.indexOf(leaf(tree, example))]++);
    IntStream.range(0, leaves.size()).forEach(i -> assertTrue(sizes[i] >= 400, "" + sizes[i]));
    assertTrue(leaves.size() >= 2);
  }

  @Test
  void examplesThatAreAllAlikeGiveTheShareOfYes() {
    List<double[]> same = IntStream.range(0, 998).mapToObj(i -> new double[] {1, 2}).toList();
    boolean[] yes = new boolean[998];
    Arrays.fill(yes, 0, 249, true);
    Trees trees = Boosting.learn(same, yes, ones(same), settings(1));
    assertEquals(0.25, 1 / (1 + StrictMath.exp(-trees.of(new double[] {1, 2}))), 0.01);
  }

  @Property
  void anyNumberIsReadAsItWasRounded(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double large,
      @ForAll @IntRange(min = 0, max = 9) int smaller) {
    double value = large / StrictMath.pow(10, smaller);
    float rounded = ShortDecimal.round(value);
    assertEquals(rounded, Float.parseFloat(ShortDecimal.text(rounded)));
    assertEquals(value, rounded, 0.0051 * Math.abs(value));
  }

  private static Trees learned(long seed) {
    List<double[]> examples = examples(1);
    return Boosting.learn(examples, truth(examples), ones(examples), settings(seed));
  }

  /** Fewer trees than after which the combiner may stop asking. */
  private static BoostingSettings settings(long seed) {
    return new BoostingSettings(50, 16, 0.3, 20, 1, 0.7, 0.8, seed);
  }

  private static List<double[]> examples(long seed) {
    Random chance = new Random(seed);
    return IntStream.range(0, 3_000)
        .mapToObj(i -> chance.doubles(FEATURES, -2, 2).toArray())
        .toList();
  }

  /** Either of two features is above its bound, but not both. */
  private static boolean[] truth(List<double[]> examples) {
    boolean[] truth = new boolean[examples.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = examples.get(i)[1] > 0.3 != examples.get(i)[3] > -0.4;
    }
    return truth;
  }

  private static double[] ones(List<double[]> examples) {
    double[] ones = new double[examples.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static List<Node> leaves(Node node) {
    if (node instanceof Node.Split split) {
      List<Node> all = new java.util.ArrayList<>(leaves(split.below()));
      all.addAll(leaves(split.above()));
      return all;
    }
    return List.of(node);
  }

  private static Node leaf(Node node, double[] example) {
    if (node instanceof Node.Split split) {
      return leaf(
          example[split.feature()] <= split.edge() ? split.below() : split.above(), example);
    }
    return node;
  }
}
