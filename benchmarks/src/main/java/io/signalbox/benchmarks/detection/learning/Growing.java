// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Grows one tree leaf by leaf: always that split next which gains most. Of each feature one edge
 * drawn by lot is tried in a leaf (extremely randomized trees; Geurts, Ernst and Wehenkel, Machine
 * Learning 63, 2006). Gain and worth of a leaf are those of second-order boosting with a ridge
 * (Chen and Guestrin, KDD 2016).
 */
final class Growing {
  /** Rows of a leaf from which on threads share the work. */
  private static final int WORTH_SHARING = 5_000;

  private final Columns columns;
  private final BoostingSettings settings;
  private final int[] features;
  private final Random chance;

  /** Rows of the tree; those of a leaf lie side by side, in order. */
  private final int[] rows;

  /** Slope and bend of each of them, moved with it: reading on is cheaper than jumping. */
  private final double[] slope;

  private final double[] bend;
  private final int[] aside;
  private final double[] slopeAside;
  private final double[] bendAside;

  Growing(
      Columns columns,
      Slopes slopes,
      BoostingSettings settings,
      int[] rows,
      int[] features,
      Random chance) {
    this.columns = columns;
    this.settings = settings;
    this.rows = rows;
    this.features = features;
    this.chance = chance;
    this.slope = Arrays.stream(rows).mapToDouble(row -> slopes.slope()[row]).toArray();
    this.bend = Arrays.stream(rows).mapToDouble(row -> slopes.bend()[row]).toArray();
    this.aside = new int[rows.length];
    this.slopeAside = new double[rows.length];
    this.bendAside = new double[rows.length];
  }

  /** A split that could be made. */
  private record Choice(int feature, int edge, double gain) {}

  /** A part of the tree while it grows. */
  private static final class Part {
    final int from;
    final int to;
    final double slope;
    final double bend;
    final @Nullable Choice choice;
    @Nullable Part below;
    @Nullable Part above;

    Part(int from, int to, double slope, double bend, @Nullable Choice choice) {
      this.from = from;
      this.to = to;
      this.slope = slope;
      this.bend = bend;
      this.choice = choice;
    }

    double gain() {
      return choice == null ? 0 : choice.gain;
    }
  }

  Node tree() {
    Part root = part(0, rows.length);
    List<Part> leaves = new ArrayList<>(List.of(root));
    while (leaves.size() < settings.leaves()) {
      Part next = leaves.stream().max(Comparator.comparingDouble(Part::gain)).orElseThrow();
      Choice choice = next.choice;
      if (choice == null) {
        break;
      }
      int middle = divide(next, choice);
      Part below = part(next.from, middle);
      Part above = part(middle, next.to);
      next.below = below;
      next.above = above;
      leaves.remove(next);
      leaves.add(below);
      leaves.add(above);
    }
    return node(root);
  }

  private Part part(int from, int to) {
    double slopes = 0;
    double bends = 0;
    for (int i = from; i < to; i++) {
      slopes += slope[i];
      bends += bend[i];
    }
    return new Part(from, to, slopes, bends, choose(from, to, slopes, bends));
  }

  private @Nullable Choice choose(int from, int to, double slopes, double bends) {
    int[] edges = new int[features.length];
    Arrays.setAll(edges, i -> draw(columns.edges(features[i])));
    if (to - from < 2 * settings.leastExamples()) {
      return null;
    }
    double[] gains = new double[features.length];
    IntStream tried = IntStream.range(0, features.length);
    (to - from > WORTH_SHARING ? tried.parallel() : tried)
        .forEach(i -> gains[i] = gain(from, to, slopes, bends, features[i], edges[i]));
    int best = 0;
    for (int i = 1; i < gains.length; i++) {
      best = gains[i] > gains[best] ? i : best;
    }
    return gains[best] > 0 ? new Choice(features[best], edges[best], gains[best]) : null;
  }

  private int draw(int edges) {
    return edges == 0 ? -1 : chance.nextInt(edges);
  }

  private double gain(int from, int to, double slopes, double bends, int feature, int edge) {
    if (edge < 0) {
      return 0;
    }
    byte[] bins = columns.bins(feature);
    double slopeBelow = 0;
    double bendBelow = 0;
    int below = 0;
    for (int i = from; i < to; i++) {
      int is = ((bins[rows[i]] & 0xff) - edge - 1) >>> 31; // no branch, for it would be guessed
      slopeBelow += is * slope[i];
      bendBelow += is * bend[i];
      below += is;
    }
    if (below < settings.leastExamples() || to - from - below < settings.leastExamples()) {
      return 0;
    }
    return worth(slopeBelow, bendBelow)
        + worth(slopes - slopeBelow, bends - bendBelow)
        - worth(slopes, bends);
  }

  private double worth(double slopes, double bends) {
    return slopes * slopes / (bends + settings.ridge());
  }

  /** Puts the rows below the edge before the others, each in their order. */
  private int divide(Part part, Choice choice) {
    int below = part.from;
    int above = 0;
    for (int i = part.from; i < part.to; i++) {
      boolean is = columns.isBelow(choice.feature, choice.edge, rows[i]);
      (is ? rows : aside)[is ? below : above] = rows[i];
      (is ? slope : slopeAside)[is ? below : above] = slope[i];
      (is ? bend : bendAside)[is ? below++ : above++] = bend[i];
    }
    System.arraycopy(aside, 0, rows, below, above);
    System.arraycopy(slopeAside, 0, slope, below, above);
    System.arraycopy(bendAside, 0, bend, below, above);
    return below;
  }

  private Node node(Part part) {
    Choice choice = part.choice;
    if (choice == null || part.below == null || part.above == null) {
      double adds = -settings.rate() * part.slope / (part.bend + settings.ridge());
      return new Node.Leaf(ShortDecimal.round(adds));
    }
    float edge = columns.edge(choice.feature, choice.edge);
    return new Node.Split(choice.feature, edge, node(part.below), node(part.above));
  }
}
