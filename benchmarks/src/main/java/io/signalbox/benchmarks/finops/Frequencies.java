// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws from frequencies as ServeGen writes them: <code>{value: share, ...}</code>. */
final class Frequencies {
  private final double[] values;
  private final double[] upTo;

  private Frequencies(double[] values, double[] upTo) {
    this.values = values;
    this.upTo = upTo;
  }

  static Frequencies of(String text) {
    List<Double> values = new ArrayList<>();
    List<Double> upTo = new ArrayList<>();
    double sum = 0;
    for (String pair : text.replaceAll("[{} ]", "").split(",")) {
      int colon = pair.indexOf(':');
      if (colon > 0) {
        sum += Double.parseDouble(pair.substring(colon + 1));
        values.add(Double.parseDouble(pair.substring(0, colon)));
        upTo.add(sum);
      }
    }
    return new Frequencies(
        values.stream().mapToDouble(Double::doubleValue).toArray(),
        upTo.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** One of the values; 0 where there are none. */
  double draw(Random random) {
    if (values.length == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return values[Math.min(values.length - 1, found < 0 ? -found - 1 : found + 1)];
  }
}
