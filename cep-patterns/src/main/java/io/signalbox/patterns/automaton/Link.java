// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event that a partial match took, and what it had taken before; shared by all partial matches
 * that branched off later.
 */
final class Link {
  private final Seen seen;
  private final int stage;
  private final @Nullable Link before;

  /**
   * Takes an event.
   *
   * @param stage index of the stage that takes it
   * @param before what was taken before, null for the first
   */
  Link(Seen seen, int stage, @Nullable Link before) {
    this.seen = seen;
    this.stage = stage;
    this.before = before;
  }

  Seen seen() {
    return seen;
  }

  int stage() {
    return stage;
  }

  @Nullable Link before() {
    return before;
  }

  /** Event time of the event. */
  long timeMs() {
    return seen.event().timeMs();
  }

  /** The events that a stage took, first to last. */
  static List<PatternEvent> ofStage(@Nullable Link latest, int stage) {
    List<PatternEvent> events = new ArrayList<>();
    for (Link link = latest; link != null; link = link.before) {
      if (link.stage == stage) {
        events.add(link.seen.event());
      }
    }
    Collections.reverse(events);
    return events;
  }

  /** Place of the first or last event that a stage took, -1 when it took none. */
  static long sequenceOf(Link latest, int stage, boolean first) {
    long found = -1;
    for (Link link = latest; link != null; link = link.before) {
      if (link.stage == stage) {
        found = link.seen.sequence();
        if (!first) {
          return found;
        }
      }
    }
    return found;
  }

  /** Number of events up to here. */
  static int length(@Nullable Link latest) {
    int length = 0;
    for (Link link = latest; link != null; link = link.before) {
      length++;
    }
    return length;
  }

  /**
   * An order by content alone: the longer first, then by places of events from the last to the
   * first, then by stages.
   */
  static int compare(Link one, Link other) {
    int longer = Integer.compare(length(other), length(one));
    if (longer != 0) {
      return longer;
    }
    Link a = one;
    Link b = other;
    int stages = 0;
    while (a != null && b != null && a != b) {
      int places = Long.compare(a.seen.sequence(), b.seen.sequence());
      if (places != 0) {
        return places;
      }
      stages = stages == 0 ? Integer.compare(a.stage, b.stage) : stages;
      a = a.before;
      b = b.before;
    }
    return stages;
  }
}
