// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.language.FailurePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Events that fit a pattern.
 *
 * @param pattern which
 * @param atMs event time at which it could be told, epoch milliseconds
 * @param events what each stage took, first to last, in the order of the stages; empty where it
 *     took none
 */
public record Match(FailurePattern pattern, long atMs, List<List<PatternEvent>> events) {
  static Match of(FailurePattern pattern, long atMs, Link latest) {
    List<List<PatternEvent>> events = new ArrayList<>();
    for (int stage = 0; stage < pattern.stages().size(); stage++) {
      events.add(Link.ofStage(latest, stage));
    }
    return new Match(pattern, atMs, List.copyOf(events));
  }
}
