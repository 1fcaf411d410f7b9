// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.util.List;

/** A tree, or a part of one. */
public sealed interface Node {
  /**
   * An end.
   *
   * @param adds to the log-odds
   */
  record Leaf(float adds) implements Node {}

  /**
   * A question.
   *
   * @param feature that is asked about
   * @param edge values not above it go to {@code below}, others to {@code above}
   */
  record Split(int feature, float edge, Node below, Node above) implements Node {}

  /** Appends the nodes as the combiner of the detector reads them: root first. */
  default void write(List<String> nodes) {
    if (this instanceof Split split) {
      nodes.add(split.feature + "<" + ShortDecimal.text(split.edge));
      split.below.write(nodes);
      split.above.write(nodes);
    } else if (this instanceof Leaf leaf) {
      nodes.add(ShortDecimal.text(leaf.adds));
    }
  }

  /** What the tree adds for an example. */
  default double of(double[] features) {
    Node at = this;
    while (at instanceof Split split) {
      at = features[split.feature] <= split.edge ? split.below : split.above;
    }
    return ((Leaf) at).adds;
  }
}
