// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.patterns.language.Skip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells complete matches, as the skip strategy and the cooldown say. Under a skip strategy a match
 * waits as long as a partial match with an earlier first event is open: that one would win.
 */
final class Telling {
  private static final long NEVER = Long.MIN_VALUE;

  private final Matcher matcher;
  private final OpenMatches open;
  private final Choice choice;
  private final long cooldownMs;
  private final List<Link> unskipped = new ArrayList<>();

  private long toldMs = NEVER;
  private long cooled;
  private long refused;

  Telling(Matcher matcher, OpenMatches open, Choice choice) {
    this.matcher = matcher;
    this.open = open;
    this.choice = choice;
    cooldownMs = matcher.pattern().cooldown().toMillis();
  }

  void complete(Start start, Link latest) {
    if (matcher.skip() == Skip.Kind.NO_SKIP) {
      unskipped.add(latest);
    } else if (!open.hold(start, latest)) {
      refused++;
    }
  }

  void tell(long atMs, Consumer<Match> told) {
    if (!unskipped.isEmpty()) {
      unskipped.sort(Comparator.comparingLong(Telling::firstOf).thenComparing(Link::compare));
      unskipped.forEach(latest -> tell(latest, atMs, told));
      unskipped.clear();
    }
    Start start = open.firstStart;
    while (open.held > 0 && start != null && !start.complete.isEmpty()) {
      Link latest = open.release(start, choose(start.complete, atMs));
      tell(latest, atMs, told);
      skip(start, latest);
      open.forgetIfOver(start);
      start = open.firstStart;
    }
  }

  private static long firstOf(Link latest) {
    Link first = latest;
    for (Link link = latest.before(); link != null; link = link.before()) {
      first = link;
    }
    return first.seen().sequence();
  }

  private int choose(List<Link> complete, long atMs) {
    if (complete.size() == 1) {
      return 0;
    }
    complete.sort(Link::compare);
    if (choice == Choice.BY_CONTENT) {
      return 0;
    }
    return choice.among(
        complete.stream().map(latest -> Match.of(matcher.pattern(), atMs, latest)).toList());
  }

  private void tell(Link latest, long atMs, Consumer<Match> told) {
    if (cooldownMs > 0 && toldMs != NEVER && atMs - toldMs < cooldownMs) {
      cooled++;
      return;
    }
    toldMs = cooldownMs > 0 ? atMs : NEVER;
    told.accept(Match.of(matcher.pattern(), atMs, latest));
  }

  private void skip(Start of, Link latest) {
    long before =
        switch (matcher.skip()) {
          case NO_SKIP -> Long.MIN_VALUE;
          case TO_NEXT -> of.seen.sequence() + 1;
          case PAST_LAST_EVENT -> latest.seen().sequence() + 1;
          case TO_FIRST -> Link.sequenceOf(latest, matcher.skipStage(), true);
          case TO_LAST -> Link.sequenceOf(latest, matcher.skipStage(), false);
        };
    Start start = open.firstStart;
    while (start != null && start.seen.sequence() < before) {
      Start next = start.next;
      open.drop(start);
      start = next;
    }
  }

  boolean isCooling() {
    return toldMs != NEVER;
  }

  long coolUntilMs() {
    return isCooling() ? toldMs + cooldownMs : Long.MAX_VALUE;
  }

  void coolDown(long nowMs) {
    if (isCooling() && nowMs - toldMs >= cooldownMs) {
      toldMs = NEVER;
    }
  }

  long takeCooled() {
    long since = cooled;
    cooled = 0;
    return since;
  }

  long takeRefused() {
    long since = refused;
    refused = 0;
    return since;
  }

  /** When the last match was told, null when none cools down. */
  @Nullable Long toldMs() {
    return isCooling() ? Long.valueOf(toldMs) : null;
  }

  void restoreTold(long atMs) {
    toldMs = atMs;
  }
}
