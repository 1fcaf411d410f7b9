// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the prediction of a classical model as an answer, of which scores and features are numbers.
 */
public final class PredictionReading {
  private static final String SCORE = "score.";
  private static final String FEATURE = "feature.";
  private static final String CATEGORY = "category.";

  private PredictionReading() {}

  /**
   * The item of a prediction.
   *
   * @param foundMs event time at which it was found, epoch milliseconds
   * @param wanted which segments are read
   */
  public static AnswerItem of(long foundMs, Prediction said, AnswerDetails wanted) {
    long atMs = said.at() == null ? foundMs : said.atMs();
    Answer answer =
        new Answer(
            atMs,
            said.environment(),
            said.service(),
            said.version().isEmpty() ? said.model() : said.model() + ' ' + said.version(),
            said.tenant(),
            said.route(),
            said.predictionId(),
            Double.NaN,
            null,
            null,
            wanted.segmentsOf(name -> said.segments().getOrDefault(name, "")),
            numbers(said));
    double good = said.predicted() == AnswerVerdict.GOOD ? 1 : 0;
    Mark mark =
        said.predicted() == null
            ? null
            : new Mark(atMs, Observation.OUTCOME, good, true, false, said.model());
    return new AnswerItem(AnswerReading.response(said.predictionId()), foundMs, answer, true, mark);
  }

  private static Map<String, Double> numbers(Prediction said) {
    Map<String, Double> numbers = new TreeMap<>();
    said.scores().forEach((name, value) -> numbers.put(SCORE + name, value));
    said.features().forEach((name, value) -> numbers.put(FEATURE + name, value));
    said.categories().forEach((name, text) -> numbers.put(CATEGORY + name, place(text)));
    return numbers;
  }

  /**
   * Where a text lies among all texts, 0..1, by chance: as many as there are of it lie at one
   * point, so a number whose spread is watched shows that other texts come, or more of one.
   */
  static double place(String text) {
    long hash = 0;
    for (int i = 0; i < text.length(); i++) {
      hash = Embedding.mix(hash + text.charAt(i) + 1);
    }
    return (hash >>> 11) * 0x1p-53;
  }

  /** Whether a metric is what a model was given: a number or a text. */
  static boolean isFeature(String metric) {
    return metric.startsWith(FEATURE) || isCategory(metric);
  }

  /** Whether a metric is the place of a text that a model was given. */
  static boolean isCategory(String metric) {
    return metric.startsWith(CATEGORY);
  }

  /** Whether a metric is what a model gave out. */
  static boolean isScore(String metric) {
    return metric.startsWith(SCORE);
  }
}
