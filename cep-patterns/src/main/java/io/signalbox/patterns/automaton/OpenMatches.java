// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import org.jspecify.annotations.Nullable;

/** The partial matches of one pattern and key, by state and by start, and how many of each kind. */
final class OpenMatches {
  private final Matcher matcher;
  private final @Nullable Group[] groups;

  @Nullable Start firstStart;
  @Nullable Start lastStart;

  /** Partial matches and complete ones that are held. */
  int size;

  /** Partial matches to which even an event that fits nothing makes a difference. */
  int restless;

  /** Partial matches that are complete when time runs out. */
  int ending;

  /** Complete matches that wait for an earlier start. */
  int held;

  OpenMatches(Matcher matcher) {
    this.matcher = matcher;
    groups = new Group[matcher.states().size()];
  }

  /** The first that stands in a state. */
  @Nullable Partial firstIn(int state) {
    Group group = groups[state];
    return group == null ? null : group.first;
  }

  /** Adds one if the bound allows it. */
  boolean add(Partial partial) {
    if (size >= matcher.pattern().bound()) {
      return false;
    }
    Group group = groups[partial.state.index];
    if (group == null) {
      group = new Group();
      groups[partial.state.index] = group;
    }
    group.add(partial);
    partial.start.add(partial);
    size++;
    restless += partial.state.calm ? 0 : 1;
    ending += partial.state.endsByTime ? 1 : 0;
    return true;
  }

  void remove(Partial partial) {
    Group group = groups[partial.state.index];
    if (group != null) {
      group.remove(partial);
    }
    partial.start.remove(partial);
    size--;
    restless -= partial.state.calm ? 0 : 1;
    ending -= partial.state.endsByTime ? 1 : 0;
  }

  /** Holds a complete match if the bound allows it. */
  boolean hold(Start start, Link latest) {
    if (size >= matcher.pattern().bound()) {
      return false;
    }
    start.complete.add(latest);
    held++;
    size++;
    return true;
  }

  /** Takes back a match that was held. */
  Link release(Start start, int index) {
    held--;
    size--;
    return start.complete.remove(index);
  }

  /** Puts a start, later than all others, to the end. */
  void append(Start start) {
    Start before = lastStart;
    start.previous = before;
    if (before == null) {
      firstStart = start;
    } else {
      before.next = start;
    }
    lastStart = start;
  }

  /** Forgets a start when nothing is left of it. */
  void forgetIfOver(Start start) {
    boolean known = start.previous != null || firstStart == start;
    if (!start.isOver() || !known) {
      return;
    }
    Start before = start.previous;
    Start after = start.next;
    if (before == null) {
      firstStart = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      lastStart = before;
    } else {
      after.previous = before;
    }
    start.previous = null;
    start.next = null;
  }

  /** Drops everything that began with an event. */
  void drop(Start start) {
    for (Partial partial = start.first; partial != null; partial = partial.nextInStart) {
      remove(partial);
    }
    held -= start.complete.size();
    size -= start.complete.size();
    start.complete.clear();
    forgetIfOver(start);
  }

  /** When the time of the next partial match runs out, {@link Long#MAX_VALUE} when never. */
  long nextEndMs() {
    long next = Long.MAX_VALUE;
    Start earliest = firstStart;
    if (earliest != null && matcher.windowMs() > 0) {
      next = earliest.seen.event().timeMs() + matcher.windowMs();
    }
    for (State state : matcher.states()) {
      Partial first = state.lifeMs > 0 ? firstIn(state.index) : null;
      if (first != null) {
        next = Math.min(next, first.latest.timeMs() + state.lifeMs);
      }
    }
    return next;
  }
}
