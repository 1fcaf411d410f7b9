// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.ArrayList;
import java.util.List;

/** Where a partial match can stand, and where it can go from there. Built once, then only read. */
final class State {
  /** What it means to stand there. */
  enum Kind {
    /** Nothing taken yet. */
    START,
    /** In the middle. */
    MIDDLE,
    /** Complete when time runs out. */
    PENDING,
    /** Given up: what must not be was. */
    STOP,
    /** Complete. */
    FINAL
  }

  /** What an event does on the way. */
  enum Action {
    /** It is taken. */
    TAKE,
    /** It is passed over. */
    IGNORE,
    /** It is put to the target in turn. */
    PROCEED
  }

  /** A way to go. The guard of one may be narrowed while the graph is built. */
  static final class Way {
    final Action action;
    final State from;
    final State to;
    Guard guard;

    Way(Action action, State from, State to, Guard guard) {
      this.action = action;
      this.from = from;
      this.to = to;
      this.guard = guard;
    }
  }

  final int index;
  final int stage;
  final long windowMs;
  final List<Way> ways = new ArrayList<>();
  Kind kind;

  /** Greatest time since the last event taken, 0 for no bound; told when the graph is complete. */
  long lifeMs;

  /** True when those that stand here are matches when time runs out. */
  boolean endsByTime;

  /** True when an event that fits nothing makes no difference to those that stand here. */
  boolean calm;

  State(int index, Kind kind, int stage, long windowMs) {
    this.index = index;
    this.kind = kind;
    this.stage = stage;
    this.windowMs = windowMs;
  }

  /** True when partial matches can stand there from one event to the next. */
  boolean holds() {
    return kind == Kind.MIDDLE || kind == Kind.PENDING;
  }

  void take(State to, Guard guard) {
    ways.add(new Way(Action.TAKE, this, to, guard));
  }

  void ignore(State to, Guard guard) {
    ways.add(new Way(Action.IGNORE, this, to, guard));
  }

  void proceed(State to, Guard guard) {
    ways.add(new Way(Action.PROCEED, this, to, guard));
  }
}
