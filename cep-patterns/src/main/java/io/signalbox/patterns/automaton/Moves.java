// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.ArrayList;
import java.util.List;

/** What an event does to those that stand in one state. */
final class Moves {
  private final State from;
  private final Question question;

  /** Ways on which the event is taken; stops are not among them. */
  final List<State.Way> takes = new ArrayList<>(2);

  /** For each of those whether the match is complete then, perhaps beside going on. */
  final List<Boolean> completes = new ArrayList<>(2);

  /** States to go to without taking the event. */
  final List<State> passes = new ArrayList<>(2);

  /** True when one also stays where it stands. */
  boolean stays;

  /** How many ways complete the match without the event. */
  int completesWithout;

  /** True when what must not be is. */
  boolean stops;

  /** True when the answer differs from one partial match to another. */
  boolean depends;

  private Moves(State from, Question question) {
    this.from = from;
    this.question = question;
  }

  /** Of those that stand in a state. */
  static Moves of(State state, Question question) {
    Moves moves = new Moves(state, question);
    moves.visit(state);
    return moves;
  }

  /** True when nothing changes. */
  boolean isNothing() {
    return stays
        && takes.isEmpty()
        && passes.isEmpty()
        && completesWithout == 0
        && !stops
        && !depends;
  }

  private void visit(State state) {
    for (State.Way way : state.ways) {
      Guard.Answer answer = way.guard.ask(question);
      if (answer == Guard.Answer.YES && isTimed(state, way)) {
        answer = question.within(state);
      }
      if (answer == Guard.Answer.DEPENDS) {
        depends = true;
      } else if (answer == Guard.Answer.YES) {
        go(way);
      }
    }
  }

  /** Those that stand in a state are dropped when its time is over, unless it leads further. */
  private boolean isTimed(State state, State.Way way) {
    return way.action != State.Action.PROCEED && (state != from || from.lifeMs != from.windowMs);
  }

  private void go(State.Way way) {
    switch (way.action) {
      case PROCEED -> visit(way.to);
      case TAKE -> {
        if (way.to.kind == State.Kind.STOP) {
          stops = true;
        } else {
          takes.add(way);
          completes.add(way.to.kind == State.Kind.FINAL || reachesEnd(way.to));
        }
      }
      case IGNORE -> {
        if (from.kind == State.Kind.START) {
          return;
        }
        if (way.to == from) {
          stays = true;
        } else if (way.to.kind == State.Kind.FINAL) {
          completesWithout++;
        } else {
          passes.add(way.to);
        }
      }
    }
  }

  private boolean reachesEnd(State state) {
    for (State.Way way : state.ways) {
      if (way.action == State.Action.PROCEED) {
        Guard.Answer answer = way.guard.ask(question);
        depends |= answer == Guard.Answer.DEPENDS;
        if (answer == Guard.Answer.YES && (way.to.kind == State.Kind.FINAL || reachesEnd(way.to))) {
          return true;
        }
      }
    }
    return false;
  }
}
