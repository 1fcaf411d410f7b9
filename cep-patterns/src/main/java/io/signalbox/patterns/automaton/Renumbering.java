// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** States numbered in their final order, so that a number is enough to store where one stands. */
final class Renumbering {
  private Renumbering() {}

  /** The same graph with each state's index its place in the list. */
  static List<State> of(List<State> states) {
    Map<State, State> fresh = new HashMap<>();
    List<State> numbered = new ArrayList<>();
    for (State state : states) {
      State same = new State(numbered.size(), state.kind, state.stage, state.windowMs);
      fresh.put(state, same);
      numbered.add(same);
    }
    for (State state : states) {
      State same = known(fresh, state);
      for (State.Way way : state.ways) {
        same.ways.add(new State.Way(way.action, same, known(fresh, way.to), way.guard));
      }
    }
    return numbered;
  }

  private static State known(Map<State, State> states, State state) {
    State found = states.get(state);
    if (found == null) {
      throw new IllegalStateException("a way leads out of the graph");
    }
    return found;
  }
}
