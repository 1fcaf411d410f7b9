// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.time.Instant;
import java.util.List;

/**
 * A known failure that was recognised.
 *
 * @param id a function of pattern, version, key and the events matched
 * @param pattern id of the pattern
 * @param version its version
 * @param key what it was keyed by
 * @param environment deployment environment, empty when none is stated
 * @param service the service it is about: the observer
 * @param blame the node to blame, as the pattern says; empty when it does not say
 * @param title one line for a person
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param confidence 0..1, as the pattern says
 * @param runbook where the next step is written down; empty when nowhere
 * @param startedAt event time of the first event
 * @param matchedAt event time at which it was complete
 * @param stages what each stage took, in the order of the pattern
 */
public record PatternMatch(
    String id,
    String pattern,
    int version,
    String key,
    String environment,
    String service,
    String blame,
    String title,
    String severity,
    double confidence,
    String runbook,
    Instant startedAt,
    Instant matchedAt,
    List<MatchedStage> stages) {}
