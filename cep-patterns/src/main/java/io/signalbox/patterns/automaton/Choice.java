// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.List;

/**
 * Which match is told when a skip strategy leaves room for one and several with the same first
 * event are complete at once. flink-cep leaves it to how its heap happens to lie.
 */
@FunctionalInterface
public interface Choice {
  /** The one with most events, then the one whose events are earliest: a function of content. */
  Choice BY_CONTENT = candidates -> 0;

  /**
   * Index of the match to tell.
   *
   * @param candidates at least two, the one with most events first
   */
  int among(List<Match> candidates);
}
