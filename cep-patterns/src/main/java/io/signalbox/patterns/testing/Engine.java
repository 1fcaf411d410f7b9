// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.language.FailurePattern;
import java.util.List;

/** What matches a pattern, so that a test need not know which. */
@FunctionalInterface
public interface Engine {
  /**
   * Finds all matches.
   *
   * @param pattern the pattern
   * @param events of any number of keys, in the order of {@link
   *     io.signalbox.patterns.language.EventOrder}
   * @param endMs event time to which the watermark goes after the last event
   * @return in the order of their end
   */
  List<PatternMatch> run(FailurePattern pattern, List<PatternEvent> events, long endMs);
}
