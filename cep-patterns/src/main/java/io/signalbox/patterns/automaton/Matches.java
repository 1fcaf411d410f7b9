// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one pattern remembers of one key. Events come in the order of event time; before an event of
 * a time is taken, {@link #advance} is called with that time. Mutable, for one thread.
 *
 * <p>The cost of an event does not grow with the partial matches that it leaves where they are: a
 * condition that does not refer back is asked once for all that stand in a state.
 */
public final class Matches {
  private final Matcher matcher;
  private final Telling telling;
  private final List<Partial> fresh = new ArrayList<>();
  private final List<Start> left = new ArrayList<>();
  final OpenMatches open;

  private long refused;

  Matches(Matcher matcher, Choice choice) {
    this.matcher = matcher;
    open = new OpenMatches(matcher);
    telling = new Telling(matcher, open, choice);
  }

  /** The pattern. */
  public Matcher matcher() {
    return matcher;
  }

  /** True when nothing is remembered. */
  public boolean isEmpty() {
    return open.firstStart == null && !telling.isCooling();
  }

  /** Partial matches that are open, and complete ones that wait for an earlier start. */
  public int size() {
    return open.size;
  }

  /** Partial matches that the bound refused since this was last asked. */
  public long takeRefused() {
    long since = refused;
    refused = 0;
    return since + telling.takeRefused();
  }

  /** Matches that the cooldown swallowed since this was last asked. */
  public long takeCooled() {
    return telling.takeCooled();
  }

  /** When the match was told that the cooldown counts from, null when none does. */
  @Nullable Long toldMs() {
    return telling.toldMs();
  }

  void restoreTold(long atMs) {
    telling.restoreTold(atMs);
  }

  /** When time alone may complete a match, {@link Long#MAX_VALUE} when it cannot. */
  public long dueMs() {
    return open.ending > 0 || open.held > 0 ? open.nextEndMs() : Long.MAX_VALUE;
  }

  /** When time next lets go of something, {@link Long#MAX_VALUE} when it never does. */
  public long nextEndMs() {
    return Math.min(open.nextEndMs(), telling.coolUntilMs());
  }

  /**
   * Lets time pass: what has run out is dropped, or told when it is complete by that. A partial
   * match runs out when its time has passed in full, so an event at its very end comes too late.
   */
  public void advance(long timeMs, Consumer<Match> told) {
    for (long end = open.nextEndMs(); end <= timeMs; end = open.nextEndMs()) {
      endAt(end);
      telling.tell(end, told);
    }
    telling.coolDown(timeMs);
  }

  private void endAt(long endMs) {
    if (matcher.windowMs() > 0) {
      Start start = open.firstStart;
      while (start != null && endMs - start.seen.event().timeMs() >= matcher.windowMs()) {
        Start next = start.next;
        for (Partial partial = start.first; partial != null; partial = partial.nextInStart) {
          end(partial);
        }
        start = next;
      }
    }
    for (State state : matcher.states()) {
      Partial partial = state.lifeMs > 0 ? open.firstIn(state.index) : null;
      while (partial != null && endMs - partial.latest.timeMs() >= state.lifeMs) {
        Partial next = partial.nextInGroup;
        end(partial);
        partial = next;
      }
    }
  }

  private void end(Partial partial) {
    open.remove(partial);
    if (partial.state.endsByTime) {
      telling.complete(partial.start, partial.latest);
    }
    open.forgetIfOver(partial.start);
  }

  /** Takes the next event. */
  public void take(Seen seen, Consumer<Match> told) {
    PatternEvent event = seen.event();
    if (open.restless == 0 && !matcher.canFit(event.type())) {
      return;
    }
    Question question = new Question(matcher, event);
    for (State state : matcher.states()) {
      Partial first = open.firstIn(state.index);
      if (first != null) {
        moveAll(first, Moves.of(state, question.ofAll()), question, seen);
      }
    }
    begin(question, seen);
    link();
    telling.tell(event.timeMs(), told);
  }

  private void moveAll(Partial first, Moves all, Question question, Seen seen) {
    if (all.isNothing()) {
      return;
    }
    Partial partial = first;
    while (partial != null) {
      Partial next = partial.nextInGroup;
      Moves moves = all.depends ? Moves.of(partial.state, question.of(partial.latest)) : all;
      if (!moves.isNothing()) {
        move(partial, moves, seen);
      }
      partial = next;
    }
  }

  private void move(Partial partial, Moves moves, Seen seen) {
    if (!moves.stays || moves.stops) {
      open.remove(partial);
      left.add(partial.start);
    }
    follow(moves, partial.start, partial.latest, seen);
    for (int i = 0; i < moves.completesWithout; i++) {
      telling.complete(partial.start, partial.latest);
    }
    if (!moves.stops) {
      for (State state : moves.passes) {
        fresh.add(new Partial(state, partial.latest, partial.start));
      }
    }
  }

  private void follow(Moves moves, Start start, @Nullable Link before, Seen seen) {
    for (int i = 0; i < moves.takes.size(); i++) {
      State.Way way = moves.takes.get(i);
      Link link = new Link(seen, way.from.stage, before);
      if (moves.completes.get(i)) {
        telling.complete(start, link);
      }
      if (!moves.stops && way.to.kind != State.Kind.FINAL) {
        fresh.add(new Partial(way.to, link, start));
      }
    }
  }

  private void begin(Question question, Seen seen) {
    State state = matcher.start();
    Moves moves = Moves.of(state, question.of(null));
    if (!moves.takes.isEmpty()) {
      Start start = new Start(seen);
      open.append(start);
      left.add(start);
      follow(moves, start, null, seen);
    }
  }

  /** What is refused beyond the bound is what came last in the order of states, then of starts. */
  private void link() {
    for (Partial partial : fresh) {
      if (!open.add(partial)) {
        refused++;
      }
    }
    left.forEach(open::forgetIfOver);
    fresh.clear();
    left.clear();
  }
}
