// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Striking out leaves against walking down the trees, as they are written. */
class ForestTest {
  private static final String[] NODES =
      (CombinerTrees.TREES + " " + LaterCombinerTrees.TREES).trim().split(" +");

  private final double[] features = new double[Features.COUNT];
  private int at;

  @Test
  void everyTreeGivesTheLeafToWhichAWalkLeads() {
    Random random = new Random(7);
    Combiner combiner = new Combiner();
    int hopeless = 0;
    for (int round = 0; round < 2000; round++) {
      for (int i = 0; i < features.length; i++) {
        features[i] = random.nextGaussian() * StrictMath.exp(3 * random.nextGaussian());
      }
      double walked = walkAll();
      hopeless += walked < Combiner.HOPELESS ? 1 : 0;
      assertEquals(walked, combiner.judge(features));
    }
    assertTrue(hopeless > 100 && hopeless < 1900, hopeless + " stopped early");
  }

  @Test
  void aValueAtTheThresholdIsNotAboveIt() {
    Forest forest = new Forest("3<.1 1 5<-2 2 4".split(" "), 0, 5, 1);
    features[3] = .1f;
    assertEquals(1, forest.add(features, 0));
    features[3] = Math.nextUp(features[3]);
    features[5] = -2;
    assertEquals(2, forest.add(features, 0));
    features[5] = Math.nextUp(-2.0);
    assertEquals(4.5, forest.add(features, .5));
  }

  private double walkAll() {
    double sum = 0;
    at = 0;
    for (int tree = 0; at < NODES.length; tree++) {
      if (tree == 60 && sum < Combiner.HOPELESS) {
        return sum;
      }
      sum += walk();
    }
    return sum;
  }

  /** What the tree at this place says; the place is behind it afterwards. */
  private float walk() {
    String[] node = NODES[at++].split("<");
    if (node.length == 1) {
      return Float.parseFloat(node[0]);
    }
    boolean below = features[Integer.parseInt(node[0])] <= Float.parseFloat(node[1]);
    float first = walk();
    float second = walk();
    return below ? first : second;
  }
}
