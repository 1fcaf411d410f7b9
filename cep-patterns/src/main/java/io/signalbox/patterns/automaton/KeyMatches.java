// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all patterns remember of one key. An event is kept once, however many partial matches have
 * taken it. Mutable, for one thread.
 */
public final class KeyMatches {
  private Matchers matchers;
  private @Nullable Matches[] open;

  /** Place of the next event. */
  long next;

  private long dueMs = Long.MAX_VALUE;
  private long endMs = Long.MAX_VALUE;

  /** Nothing is remembered yet. */
  public KeyMatches(Matchers matchers) {
    this.matchers = matchers;
    open = new Matches[matchers.all().size()];
  }

  /** True when no pattern remembers anything. */
  public boolean isEmpty() {
    for (Matches matches : open) {
      if (matches != null) {
        return false;
      }
    }
    return true;
  }

  /** What the patterns remember that remember something. */
  List<Matches> open() {
    List<Matches> found = new ArrayList<>();
    for (Matches matches : open) {
      if (matches != null) {
        found.add(matches);
      }
    }
    return found;
  }

  /** Partial matches that are open. */
  public int size() {
    return open().stream().mapToInt(Matches::size).sum();
  }

  /** When time alone may complete a match, {@link Long#MAX_VALUE} when it cannot. */
  public long dueMs() {
    return dueMs;
  }

  /** When time next lets go of something, {@link Long#MAX_VALUE} when it never does. */
  public long nextEndMs() {
    return endMs;
  }

  /** Looks anew when time makes a difference; it is asked far more often than it changes. */
  void expect() {
    dueMs = Long.MAX_VALUE;
    endMs = Long.MAX_VALUE;
    for (Matches matches : open) {
      if (matches != null) {
        dueMs = Math.min(dueMs, matches.dueMs());
        endMs = Math.min(endMs, matches.nextEndMs());
      }
    }
  }

  /** Lets time pass. */
  public void advance(long timeMs, Tally tally, Consumer<Match> told) {
    if (timeMs < endMs) {
      return;
    }
    for (int i = 0; i < open.length; i++) {
      Matches matches = open[i];
      if (matches != null) {
        matches.advance(timeMs, told);
        settle(i, matches, tally);
      }
    }
    expect();
  }

  /**
   * Takes the next event, after time has passed up to it.
   *
   * @param event not before those taken so far
   */
  public void take(PatternEvent event, Tally tally, Consumer<Match> told) {
    advance(event.timeMs(), tally, told);
    Seen seen = new Seen(next++, event);
    for (int i : matchers.seeing(event.key())) {
      Matches matches = open[i];
      if (matches == null && matchers.all().get(i).canBegin(event.type())) {
        matches = matchers.all().get(i).open();
      }
      if (matches != null) {
        matches.take(seen, told);
        settle(i, matches, tally);
      }
    }
    expect();
  }

  private void settle(int index, Matches matches, Tally tally) {
    tally.refused += matches.takeRefused();
    tally.cooled += matches.takeCooled();
    open[index] = matches.isEmpty() ? null : matches;
  }

  /** Goes on with other patterns; what changed or is gone is dropped and counted. */
  void use(Matchers now, Tally tally) {
    List<Matches> before = open();
    matchers = now;
    open = new Matches[now.all().size()];
    for (Matches matches : before) {
      Matcher matcher = matches.matcher();
      Optional<Integer> index =
          now.indexOf(matcher.pattern().id(), matcher.pattern().version(), matcher.fingerprint());
      if (index.isPresent()) {
        open[index.get()] = matches;
      } else {
        tally.dropped += matches.size();
      }
    }
    expect();
  }

  /** What a pattern remembers, to be filled from what was stored. */
  Matches restore(int index) {
    Matches matches = matchers.all().get(index).open();
    open[index] = matches;
    return matches;
  }

  /** What was not told, or not remembered, since someone last looked. */
  public static final class Tally {
    /** Partial matches refused because a key had too many. */
    public long refused;

    /** Matches swallowed by a cooldown. */
    public long cooled;

    /** Stored partial matches dropped because their pattern was changed or removed. */
    public long dropped;
  }
}
