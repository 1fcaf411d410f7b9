// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import org.jspecify.annotations.Nullable;

/** The partial matches that stand in one state, in the order in which their time runs out. */
final class Group {
  @Nullable Partial first;
  @Nullable Partial last;

  /** Adds one; where the state has a time of its own, behind those whose last event is no later. */
  void add(Partial partial) {
    Partial before = last;
    if (partial.state.lifeMs > 0) {
      while (before != null && before.latest.timeMs() > partial.latest.timeMs()) {
        before = before.previousInGroup;
      }
    }
    Partial after = before == null ? first : before.nextInGroup;
    partial.previousInGroup = before;
    partial.nextInGroup = after;
    if (before == null) {
      first = partial;
    } else {
      before.nextInGroup = partial;
    }
    if (after == null) {
      last = partial;
    } else {
      after.previousInGroup = partial;
    }
  }

  void remove(Partial partial) {
    Partial before = partial.previousInGroup;
    Partial after = partial.nextInGroup;
    if (before == null) {
      first = after;
    } else {
      before.nextInGroup = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previousInGroup = before;
    }
  }
}
