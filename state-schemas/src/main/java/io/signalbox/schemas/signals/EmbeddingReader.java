// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.quality.Embedding;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads vectors of spans, of which only a few numbers are kept. */
final class EmbeddingReader {
  /** After the name of an attribute, that of why its vector is not taken. */
  static final String REFUSED = ".refused";

  private EmbeddingReader() {}

  static boolean concerns(String attribute) {
    return Embedding.METRICS.containsKey(attribute);
  }

  /**
   * Puts what is kept of a vector, or why it is not taken, to the attributes.
   *
   * @param text an array of numbers as JSON
   */
  static void keep(Map<String, String> kept, String attribute, String text) {
    try {
      String numbers =
          Arrays.stream(Embedding.numbers(vector(text)))
              .mapToObj(Double::toString)
              .collect(Collectors.joining(" "));
      kept.put(attribute + Embedding.KEPT, numbers);
    } catch (IllegalArgumentException wrong) {
      kept.put(attribute + REFUSED, String.valueOf(wrong.getMessage()));
    }
  }

  private static double[] vector(String text) {
    String array = text.strip();
    if (!array.startsWith("[") || !array.endsWith("]")) {
      throw new IllegalArgumentException("it is no array of numbers");
    }
    String inside = array.substring(1, array.length() - 1);
    return inside.isBlank()
        ? new double[0]
        : Arrays.stream(inside.split(",", -1)).mapToDouble(EmbeddingReader::number).toArray();
  }

  /** The text is not repeated, since it may be anybody's. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException("not all that it holds are numbers", notOne);
    }
  }
}
