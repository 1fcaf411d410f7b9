// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known failure as a sequence of events.
 *
 * @param id unique in the catalogue
 * @param version greater for each change
 * @param key what it is keyed by
 * @param stages in order, at least one; the first is not negated
 * @param within greatest time from the first event to the last, or null when each stage has its own
 * @param skip what a complete match does to partial ones
 * @param cooldown least time between two matches of one key, zero for none
 * @param bound greatest number of partial matches of one key; what is beyond is counted
 * @param emit what a match says
 */
public record FailurePattern(
    String id,
    int version,
    PatternKey key,
    List<Stage> stages,
    @Nullable Duration within,
    Skip skip,
    Duration cooldown,
    int bound,
    Emit emit)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Keeps an unmodifiable copy of the stages. */
  public FailurePattern {
    stages = List.copyOf(stages);
  }
}
