// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a classical model said of one case, such as whether a payment is honest, and by what.
 *
 * @param predictionId by which labels find it; no other prediction or response has the same
 * @param environment deployment environment, empty when none is stated
 * @param service that asked the model
 * @param model its name
 * @param version of the model, empty when not stated
 * @param tenant for whom, empty when not stated
 * @param route kind of question, empty when not stated
 * @param segments further parts that it belongs to, by name
 * @param scores what the model gave out, by name
 * @param features numbers it was given, by name
 * @param categories texts it was given, by name
 * @param predicted what it calls the case, null when it is not one of two
 * @param at when; null for when it comes
 */
public record Prediction(
    String predictionId,
    String environment,
    String service,
    String model,
    String version,
    String tenant,
    String route,
    Map<String, String> segments,
    Map<String, Double> scores,
    Map<String, Double> features,
    Map<String, String> categories,
    @Nullable AnswerVerdict predicted,
    @Nullable Instant at) {

  /** When it was made, epoch milliseconds; 0 when not stated. */
  public long atMs() {
    return at == null ? 0 : at.toEpochMilli();
  }
}
