// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered, without its words.
 *
 * @param atMs when, epoch milliseconds
 * @param environment deployment environment, empty when none is stated
 * @param service who asked
 * @param model version that answered, as exactly as it is stated
 * @param tenant for whom, empty when not stated
 * @param route feature, agent or kind of question, empty when not stated
 * @param id of the response, else of the span
 * @param outputTokens tokens written; NaN when not stated
 * @param prompt hash of what was asked, null when it was not recorded
 * @param text hash of what was answered, null when it was not recorded
 * @param segments values of further attributes by which rates are split, by name
 * @param numbers what is measured of it beside its length, by metric
 */
public record Answer(
    long atMs,
    String environment,
    String service,
    String model,
    String tenant,
    String route,
    String id,
    double outputTokens,
    @Nullable String prompt,
    @Nullable String text,
    Map<String, String> segments,
    Map<String, Double> numbers) {

  /** The same without its numbers: as it is remembered once they are told. */
  public Answer withoutNumbers() {
    return numbers.isEmpty()
        ? this
        : new Answer(
            atMs,
            environment,
            service,
            model,
            tenant,
            route,
            id,
            outputTokens,
            prompt,
            text,
            segments,
            Map.of());
  }
}
