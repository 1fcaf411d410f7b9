// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * Something that is known of an answer.
 *
 * @param atMs when it was known, epoch milliseconds
 * @param answer the answer
 * @param metric what is judged; {@link #ANSWERED} for the answer itself
 * @param value 1 for good and 0 for bad, or for a score any number
 * @param rate whether it is good or bad, and not a score
 * @param replaced value that was told of the same before and holds no more; NaN when none was
 * @param replacesLabel whether what is replaced was a label
 * @param truth whether it is a label
 * @param judged what a judge thought of the same; NaN when none did
 */
public record Observation(
    long atMs,
    Answer answer,
    String metric,
    double value,
    boolean rate,
    double replaced,
    boolean replacesLabel,
    boolean truth,
    double judged) {
  /** The metric of answers themselves. */
  public static final String ANSWERED = "answers";

  /** The metric of the length of answers, tokens. */
  public static final String LENGTH = "output_tokens";

  /** The metric of the agreement of answers to the same question. */
  public static final String CONSISTENCY = "self_consistency";

  /** The metric of what a prediction calls its case, and of what that turned out to be. */
  public static final String OUTCOME = "outcome";

  static Observation of(long atMs, Answer answer, String metric, double value, boolean rate) {
    return new Observation(atMs, answer, metric, value, rate, Double.NaN, false, false, Double.NaN);
  }

  /** Whether a prediction was right, once it is known what became of its case; else null. */
  @Nullable Observation correctness() {
    if (!truth || !metric.equals(OUTCOME) || Double.isNaN(judged)) {
      return null;
    }
    double before = replacesLabel ? right(replaced) : Double.NaN;
    return new Observation(
        atMs,
        answer,
        AnswerLabel.CORRECT,
        right(value),
        true,
        before,
        replacesLabel,
        true,
        Double.NaN);
  }

  private double right(double label) {
    return label == judged ? 1 : 0;
  }

  /** Whether it is the first label of the answer. */
  boolean isFirstLabel() {
    return truth && !replacesLabel;
  }

  /** Whether nothing was told of the same before. */
  public boolean isFirst() {
    return Double.isNaN(replaced);
  }
}
