// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.analytics.detection.Combiner;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees whose sum is log-odds.
 *
 * @param list of them, in the order in which they are added
 */
public record Trees(List<Node> list) {
  /** The log-odds of an example. */
  public double of(double[] features) {
    double sum = 0;
    for (Node tree : list) {
      sum += tree.of(features);
    }
    return sum;
  }

  /** The nodes as the combiner of the detector reads them. */
  List<String> nodes() {
    List<String> nodes = new ArrayList<>();
    list.forEach(tree -> tree.write(nodes));
    return nodes;
  }

  /** A combiner with these weights. */
  public Combiner combiner() {
    return new Combiner(String.join(" ", nodes()));
  }
}
