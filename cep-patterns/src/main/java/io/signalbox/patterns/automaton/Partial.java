// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import org.jspecify.annotations.Nullable;

/**
 * A match that is not complete. It is in two lists: with those that stand in the same state, and
 * with those that began with the same event.
 */
final class Partial {
  final State state;
  final Link latest;
  final Start start;

  @Nullable Partial nextInGroup;
  @Nullable Partial previousInGroup;
  @Nullable Partial nextInStart;
  @Nullable Partial previousInStart;

  Partial(State state, Link latest, Start start) {
    this.state = state;
    this.latest = latest;
    this.start = start;
  }
}
