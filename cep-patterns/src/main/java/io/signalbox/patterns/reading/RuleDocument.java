// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * A live rule: a pattern that is to hold from an event time on, or the removal of one.
 *
 * @param id of the pattern
 * @param version of the pattern, or of its removal
 * @param effectiveAt event time from which it holds
 * @param pattern empty for a removal
 */
public record RuleDocument(
    String id, int version, Instant effectiveAt, Optional<PatternDocument> pattern) {
  /** True when the pattern is taken away. */
  public boolean removal() {
    return pattern.isEmpty();
  }
}
