// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Vectors by chance around a middle that may move, and the detectors of their numbers. */
final class VectorCloud {
  private static final EvidenceRule RULE = new SharedRule(DriftSettings.DEFAULT, Embedding.NUMBERS);

  private final SplittableRandom random;
  private final double[] middle;
  private final ValueDetector[] detectors = new ValueDetector[Embedding.NUMBERS];

  VectorCloud(int dimension, long seed) {
    random = new SplittableRandom(seed);
    middle = random.doubles(dimension, -1, 1).toArray();
    java.util.Arrays.setAll(detectors, i -> new ValueDetector(RULE));
  }

  /** The radius is the square root of the dimension. */
  void move(double radii) {
    double[] way = random.doubles(middle.length, -1, 1).toArray();
    double length =
        Math.sqrt(IntStream.range(0, way.length).mapToDouble(i -> way[i] * way[i]).sum());
    for (int i = 0; i < way.length; i++) {
      middle[i] += radii * Math.sqrt(way.length) * way[i] / length;
    }
  }

  /** Uniform with variance 1 in each coordinate. */
  double[] next() {
    double half = Math.sqrt(3);
    double[] vector = new double[middle.length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = middle[i] + half * (2 * random.nextDouble() - 1);
    }
    return Embedding.numbers(vector);
  }

  /** Whether something has changed by the next vector. */
  boolean isFound() {
    double[] numbers = next();
    boolean found = false;
    for (int k = 0; k < numbers.length; k++) {
      found |= detectors[k].add(numbers[k]) != null;
    }
    return found;
  }
}
