// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GenAI span, an evaluation or a data point of a metric of tokens as recognised in telemetry,
 * passed on with its attributes and without prompt or answer text.
 *
 * @param kind {@code span}, {@code evaluation} or {@code tokens}
 * @param at end of the span or of what the point counts, or time of the evaluation
 * @param environment deployment environment, empty when none is stated
 * @param service who called the model
 * @param name of the span, event or metric
 * @param traceId hex, or null
 * @param spanId hex, or null
 * @param durationUs microseconds of a span, else 0
 * @param error true when the call failed
 * @param attributes the {@code gen_ai.*} attributes (and tenant, user and feature when present) as
 *     text, sorted by name; of a point also what it counts
 */
public record GenAiEvent(
    String kind,
    Instant at,
    String environment,
    String service,
    String name,
    @Nullable String traceId,
    @Nullable String spanId,
    long durationUs,
    boolean error,
    Map<String, String> attributes) {
  /** The first attribute of these names that is there and says anything, else nothing. */
  public String first(String... names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
