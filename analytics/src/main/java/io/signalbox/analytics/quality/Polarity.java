// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.List;
import java.util.Locale;

/** Which way of a number is the bad one. */
public enum Polarity {
  /** The more, the better: relevance, groundedness. */
  MORE_IS_BETTER,
  /** The less, the better: toxicity, hallucination. */
  LESS_IS_BETTER,
  /**
   * Neither; that it changes at all is what one wants to know: length, latency, embeddings,
   * features.
   */
  NEITHER;

  private static final List<String> BAD =
      List.of(
          "hallucinat",
          "toxic",
          "injection",
          "refus",
          "harm",
          "bias",
          "violen",
          "hate",
          "error",
          "jailbreak",
          "leak",
          "unsafe",
          "ungrounded",
          "fail");

  /** By the name of what is judged. */
  public static Polarity of(String metric) {
    if (metric.equals(Observation.LENGTH)
        || metric.equals(Observation.OUTCOME)
        || AnswerNumber.isMetric(metric)
        || PredictionReading.isScore(metric)
        || PredictionReading.isFeature(metric)
        || Embedding.isNumber(metric)) {
      return NEITHER;
    }
    String name = metric.toLowerCase(Locale.ROOT);
    return BAD.stream().anyMatch(name::contains) ? LESS_IS_BETTER : MORE_IS_BETTER;
  }

  /** Whether it is bad that more are good than before, or fewer. */
  boolean isBadOfGood(ShiftDirection good) {
    return this == NEITHER || good == ShiftDirection.DOWN;
  }

  /** Whether it is bad that more values lie below an edge than before, or fewer. */
  boolean isBad(ShiftDirection below) {
    return switch (this) {
      case MORE_IS_BETTER -> below == ShiftDirection.UP;
      case LESS_IS_BETTER -> below == ShiftDirection.DOWN;
      case NEITHER -> true;
    };
  }
}
