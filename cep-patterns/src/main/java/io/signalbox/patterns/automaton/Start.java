// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that began with one event. */
final class Start {
  final Seen seen;

  /** Complete, but not told as long as an earlier start may still be. */
  final List<Link> complete = new ArrayList<>(1);

  @Nullable Partial first;
  @Nullable Start next;
  @Nullable Start previous;

  Start(Seen seen) {
    this.seen = seen;
  }

  void add(Partial partial) {
    Partial after = first;
    partial.nextInStart = after;
    if (after != null) {
      after.previousInStart = partial;
    }
    first = partial;
  }

  void remove(Partial partial) {
    Partial before = partial.previousInStart;
    Partial after = partial.nextInStart;
    if (before == null) {
      first = after;
    } else {
      before.nextInStart = after;
    }
    if (after != null) {
      after.previousInStart = before;
    }
  }

  boolean isOver() {
    return first == null && complete.isEmpty();
  }
}
