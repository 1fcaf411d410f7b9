// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.Prediction;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a classical model predicted: one JSON object, in which all but its id, the service and
 * the model may be missing. A score, feature or category of null is not stated.
 */
public final class PredictionReader {
  /** Scores, features and categories of one prediction. */
  private static final int MOST = 256;

  private static final int LONGEST_NAME = 128;

  private PredictionReader() {}

  /**
   * Reads one prediction.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none: not JSON, without id, service, model or a possible
   *     time, or with a number or name that cannot be watched
   */
  public static Prediction read(byte[] json) throws MalformedTelemetry {
    Prediction read = Statement.read(json, Prediction.class, "prediction");
    String id = Statement.text(read.predictionId());
    Statement.require(!id.isEmpty(), "prediction without prediction_id");
    String what = "prediction " + id;
    String service = Statement.text(read.service());
    Statement.require(!service.isEmpty(), what + ": no service");
    String model = Statement.text(read.model());
    Statement.require(!model.isEmpty(), what + ": no model");
    Statement.requirePossible(read.at(), what);
    Map<String, Double> scores = numbers(read.scores(), what + ": score ");
    Map<String, Double> features = numbers(read.features(), what + ": feature ");
    Map<String, String> categories = stated(read.categories(), what + ": category ");
    int size = scores.size() + features.size() + categories.size();
    Statement.require(
        size <= MOST, what + ": " + size + " scores, features and categories, not up to " + MOST);
    return new Prediction(
        id,
        Statement.text(read.environment()),
        service,
        model,
        Statement.text(read.version()),
        Statement.text(read.tenant()),
        Statement.text(read.route()),
        stated(read.segments(), what + ": segment "),
        scores,
        features,
        categories,
        read.predicted(),
        read.at());
  }

  private static Map<String, Double> numbers(@Nullable Map<String, Double> read, String what)
      throws MalformedTelemetry {
    Map<String, Double> numbers = stated(read, what);
    numbers.values().removeIf(value -> Double.isNaN(value));
    for (Map.Entry<String, Double> one : numbers.entrySet()) {
      Statement.require(
          Double.isFinite(one.getValue()), what + one.getKey() + " is " + one.getValue());
    }
    return numbers;
  }

  private static <T> Map<String, T> stated(@Nullable Map<String, T> read, String what)
      throws MalformedTelemetry {
    Map<String, T> stated = new TreeMap<>(read == null ? Map.of() : read);
    stated.values().removeIf(Statement::absent);
    for (String name : stated.keySet()) {
      Statement.require(
          !name.isEmpty() && name.length() <= LONGEST_NAME,
          what + "'" + name + "': a name has 1 to " + LONGEST_NAME + " characters");
    }
    return stated;
  }
}
