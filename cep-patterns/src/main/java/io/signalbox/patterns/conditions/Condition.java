// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.Optional;
import java.util.Set;

/** Whether an event fits a stage. Pure: the same event and the same past give the same answer. */
public interface Condition {
  /**
   * Whether the event fits.
   *
   * @param event the event
   * @param taken what the partial match has taken; not asked unless {@link #refersBack()}
   */
  boolean test(PatternEvent event, Taken taken);

  /** True when the answer depends on what was taken before. */
  boolean refersBack();

  /** The only types of events that can fit, or empty when any may. */
  Optional<Set<String>> types();
}
