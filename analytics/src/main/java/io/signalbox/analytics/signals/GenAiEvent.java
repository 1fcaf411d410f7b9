// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GenAI span or evaluation as recognised in telemetry, passed on with its attributes and without
 * prompt or answer text.
 *
 * @param kind {@code span} or {@code evaluation}
 * @param at end of the span, or time of the evaluation
 * @param environment deployment environment, empty when none is stated
 * @param service who called the model
 * @param name span or event name
 * @param traceId hex, or null
 * @param spanId hex, or null
 * @param durationUs microseconds, 0 for an evaluation
 * @param error true when the call failed
 * @param attributes the {@code gen_ai.*} attributes (and tenant, user and feature when present) as
 *     text, sorted by name
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
