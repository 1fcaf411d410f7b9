// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A usage that is not charged, and why. Source and line are transport fields: outside the claim of
 * determinism.
 *
 * @param id of the response, or null where none is told
 * @param at when it was used, or null where that cannot be read
 * @param reason why, in words
 * @param quarantined whether its numbers contradict each other or those of another
 * @param withdrawn whether it was refused before and is charged now, because its price became known
 * @param source where it was read from
 * @param line its offset or line there
 * @param said what it said
 */
public record RefusedUsage(
    @Nullable String id,
    @Nullable Instant at,
    String reason,
    boolean quarantined,
    boolean withdrawn,
    String source,
    long line,
    String said) {}
