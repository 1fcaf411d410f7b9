// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a rule that somebody sent.
 *
 * @param pattern id of the pattern; empty when it could not be read
 * @param version its version; 0 when it could not be read
 * @param accepted whether it is going to hold
 * @param removal whether it takes the pattern away
 * @param effectiveAt event time from which it holds; null when it could not be read
 * @param at event time that had been passed when it came; null before there was any
 * @param origin where it came from, for a person
 * @param reason why it was refused, or warnings; empty when there is nothing to say
 */
public record RuleVerdict(
    String pattern,
    int version,
    boolean accepted,
    boolean removal,
    @Nullable Instant effectiveAt,
    @Nullable Instant at,
    String origin,
    String reason) {}
