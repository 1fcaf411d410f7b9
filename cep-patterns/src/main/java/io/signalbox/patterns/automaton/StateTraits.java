// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said of a state from where it leads when an event fits nothing. */
final class StateTraits {
  private final State state;
  private final Question nothing;
  private final List<State> reached = new ArrayList<>();

  /** Looks from one state, with a question that nothing fits. */
  StateTraits(State state, Question nothing) {
    this.state = state;
    this.nothing = nothing;
    reach(state);
  }

  /** The stages that can take the first event from a state. */
  static Set<Integer> takenFrom(State state, Question nothing) {
    return new StateTraits(state, nothing)
        .reached.stream()
            .filter(StateTraits::takes)
            .map(at -> at.stage)
            .collect(Collectors.toSet());
  }

  private void reach(State from) {
    reached.add(from);
    for (State.Way way : from.ways) {
      if (way.action == State.Action.PROCEED && holds(way)) {
        reach(way.to);
      }
    }
  }

  private boolean holds(State.Way way) {
    return way.guard.ask(nothing) == Guard.Answer.YES;
  }

  void tell() {
    state.endsByTime = reached.stream().anyMatch(at -> at.kind == State.Kind.PENDING);
    state.lifeMs = life();
    state.calm = reached.stream().allMatch(this::waits);
  }

  private long life() {
    long longest = 0;
    for (State at : reached) {
      boolean leads = at.kind == State.Kind.PENDING || takes(at);
      if (leads && at.windowMs == 0) {
        return 0;
      }
      longest = leads ? Math.max(longest, at.windowMs) : longest;
    }
    return longest;
  }

  private static boolean takes(State at) {
    return at.ways.stream().anyMatch(way -> way.action == State.Action.TAKE);
  }

  /** True when one that stands there may as well pass over an event later. */
  private boolean waits(State at) {
    if (at.kind == State.Kind.FINAL) {
      return at != state;
    }
    return at.kind != State.Kind.STOP
        && at.ways.stream().anyMatch(way -> passesOver(way) && holds(way))
        && at.ways.stream().noneMatch(this::opensLater)
        && at.ways.stream().allMatch(way -> !passesOver(way) || stopsAlike(way.to));
  }

  /** An event that stops one that stands here must stop what it would have become as well. */
  private boolean stopsAlike(State to) {
    return stopsOf(reached).equals(stopsOf(new StateTraits(to, nothing).reached));
  }

  private static Set<Integer> stopsOf(List<State> states) {
    return states.stream()
        .flatMap(at -> at.ways.stream())
        .filter(way -> way.action == State.Action.PROCEED && way.to.kind == State.Kind.STOP)
        .map(way -> way.to.stage)
        .collect(Collectors.toSet());
  }

  private static boolean passesOver(State.Way way) {
    return way.action == State.Action.IGNORE && way.to.kind != State.Kind.FINAL;
  }

  /** A way on that only some events open is open only to those that still stand here then. */
  private boolean opensLater(State.Way way) {
    return way.action == State.Action.PROCEED && way.to.kind != State.Kind.STOP && !holds(way);
  }
}
