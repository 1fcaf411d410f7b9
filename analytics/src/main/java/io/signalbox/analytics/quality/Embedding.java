// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of the vector that a question or an answer was embedded as: its length, and how far
 * it goes in a few directions that are drawn once and for all, with signs by chance (D. Achlioptas,
 * Journal of Computer and System Sciences 66, 2003). If the vectors come to lie elsewhere, so do
 * these numbers, whatever the dimension; the vector cannot be had back from them.
 */
public final class Embedding {
  /** Attributes of spans that hold a vector, and what it is called as a metric. */
  public static final Map<String, String> METRICS =
      Map.of(
          "gen_ai.input.embedding", "input_embedding",
          "gen_ai.output.embedding", "output_embedding");

  /** Directions. */
  public static final int DIRECTIONS = 8;

  /** Numbers that are kept: the length, then one for each direction. */
  public static final int NUMBERS = DIRECTIONS + 1;

  /** Longer vectors are refused. */
  public static final int MOST = 16_384;

  /** After the name of an attribute, that of what is kept of it. */
  public static final String KEPT = ".numbers";

  private static final long SEED = 0x5349474e414c424fL;
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private Embedding() {}

  /**
   * Length and projections of a vector, each divided by the square root of its dimension.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static double[] numbers(double[] vector) {
    if (vector.length == 0 || vector.length > MOST) {
      throw new IllegalArgumentException(
          vector.length + " numbers, not 1 to " + String.format(Locale.ROOT, "%,d", MOST));
    }
    double[] numbers = new double[NUMBERS];
    for (int i = 0; i < vector.length; i++) {
      long signs = mix(SEED + i * STEP);
      for (int k = 0; k < DIRECTIONS; k++) {
        numbers[k + 1] += (signs >>> k & 1) == 0 ? vector[i] : -vector[i];
      }
      numbers[0] += vector[i] * vector[i];
    }
    numbers[0] = StrictMath.sqrt(numbers[0]);
    double scale = StrictMath.sqrt(vector.length);
    for (int k = 0; k < NUMBERS; k++) {
      numbers[k] /= scale;
      if (!Double.isFinite(numbers[k])) {
        throw new IllegalArgumentException(notFinite(vector));
      }
    }
    return numbers;
  }

  private static String notFinite(double[] vector) {
    for (int i = 0; i < vector.length; i++) {
      if (!Double.isFinite(vector[i])) {
        return "number " + (i + 1) + " of " + vector.length + " is " + vector[i];
      }
    }
    return "its " + vector.length + " numbers are too large to be added up";
  }

  /** The finalizer of SplitMix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014). */
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** What the attributes of a span say of its embeddings, by metric. */
  static Map<String, Double> of(Map<String, String> attributes) {
    Map<String, Double> found = new TreeMap<>();
    METRICS.forEach(
        (attribute, metric) -> {
          String kept = attributes.getOrDefault(attribute + KEPT, "");
          String[] numbers = kept.isEmpty() ? new String[0] : kept.split(" ");
          for (int i = 0; i < numbers.length && i < NUMBERS; i++) {
            double number = AnswerReading.number(numbers[i]);
            if (!Double.isNaN(number)) {
              found.put(metric(metric, i), number);
            }
          }
        });
    return found;
  }

  /** The length goes by the name of the embedding itself. */
  private static String metric(String embedding, int number) {
    return number == 0 ? embedding : embedding + '.' + number;
  }

  /** Whether a metric is one of the numbers of an embedding. */
  static boolean isNumber(String metric) {
    return METRICS.containsValue(embedding(metric));
  }

  /** The embedding that a number is of. */
  static String embedding(String metric) {
    int dot = metric.lastIndexOf('.');
    return dot < 0 ? metric : metric.substring(0, dot);
  }

  /** What a number is, for a person. */
  static String part(String metric) {
    int dot = metric.lastIndexOf('.');
    return dot < 0 ? "length" : "direction " + metric.substring(dot + 1);
  }
}
