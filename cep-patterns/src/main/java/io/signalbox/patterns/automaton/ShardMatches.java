// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all patterns remember of the keys of a shard: only keys with something open are in it.
 * Mutable, for one thread.
 */
public final class ShardMatches {
  /** What only is to be forgotten may wait so long: it makes no difference to any match. */
  public static final long PATIENCE_MS = 60_000;

  private final PatternLists lists;
  private final Map<Key, KeyMatches> keys = new HashMap<>();
  private final KeyMatches.Tally tally = new KeyMatches.Tally();

  private Matchers matchers;
  private long epochMs;
  private long dueMs = Long.MAX_VALUE;
  private long endMs = Long.MAX_VALUE;

  /** Nothing is remembered yet. */
  public ShardMatches(PatternLists lists) {
    this(lists, PatternLists.BEGINNING);
  }

  /** Nothing is remembered yet; the patterns are those of an epoch. */
  ShardMatches(PatternLists lists, long epochMs) {
    this.lists = lists;
    this.epochMs = lists.epochAt(epochMs);
    matchers = lists.at(epochMs);
  }

  /** Epoch of the patterns that are matched. */
  long epochMs() {
    return epochMs;
  }

  /** The patterns that are matched. */
  public Matchers matchers() {
    return matchers;
  }

  /** True when nothing is remembered. */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** Number of keys with something open. */
  public int keys() {
    return keys.size();
  }

  /** Partial matches that are open, over all keys. */
  public int size() {
    return keys.values().stream().mapToInt(KeyMatches::size).sum();
  }

  /** What was not told; who looks may set it back. */
  public KeyMatches.Tally tally() {
    return tally;
  }

  /**
   * When {@link #advance} is wanted: when time may complete a match, or a while after something can
   * be forgotten; {@link Long#MAX_VALUE} when never.
   */
  public long wakeMs() {
    long forgetMs =
        endMs == Long.MAX_VALUE
            ? Long.MAX_VALUE
            : (Math.floorDiv(endMs, PATIENCE_MS) + 1) * PATIENCE_MS;
    return Math.min(dueMs, forgetMs);
  }

  /** Lets time pass for all keys; on the way other patterns may take effect. */
  public void advance(long nowMs, Consumer<Match> told) {
    for (long next = lists.epochAfter(epochMs); next <= nowMs; next = lists.epochAfter(next)) {
      advanceKeys(next, told);
      epochMs = next;
      matchers = lists.at(next);
      keys.values().forEach(key -> key.use(matchers, tally));
      keys.values().removeIf(KeyMatches::isEmpty);
    }
    if (nowMs >= wakeMs()) {
      advanceKeys(nowMs, told);
    }
  }

  private void advanceKeys(long nowMs, Consumer<Match> told) {
    List<Map.Entry<Key, KeyMatches>> ending = new ArrayList<>();
    for (Map.Entry<Key, KeyMatches> entry : keys.entrySet()) {
      if (entry.getValue().nextEndMs() <= nowMs) {
        ending.add(entry);
      }
    }
    ending.sort(Comparator.comparing(entry -> entry.getKey().text()));
    ending.forEach(entry -> entry.getValue().advance(nowMs, tally, told));
    keys.values().removeIf(KeyMatches::isEmpty);
    dueMs = Long.MAX_VALUE;
    endMs = Long.MAX_VALUE;
    keys.values().forEach(this::expect);
  }

  /**
   * Takes the next event; those of one key come in the order of event time, after {@link #advance}
   * to the epoch of the patterns that hold at it.
   */
  public void take(PatternEvent event, Consumer<Match> told) {
    Key key = new Key(event.key());
    KeyMatches known = keys.get(key);
    KeyMatches matches = known == null ? new KeyMatches(matchers) : known;
    matches.take(event, tally, told);
    if (matches.isEmpty()) {
      keys.remove(key);
    } else {
      expect(matches);
      if (known == null) {
        keys.put(key, matches);
      }
    }
  }

  private void expect(KeyMatches key) {
    dueMs = Math.min(dueMs, key.dueMs());
    endMs = Math.min(endMs, key.nextEndMs());
  }

  /** Keys in the order in which they are stored. */
  Map<String, KeyMatches> sorted() {
    Map<String, KeyMatches> sorted = new TreeMap<>();
    keys.forEach((key, matches) -> sorted.put(key.text(), matches));
    return sorted;
  }

  /** Puts back what was stored of a key. */
  void restore(String key, KeyMatches matches) {
    if (!matches.isEmpty()) {
      matches.expect();
      keys.put(new Key(key), matches);
      expect(matches);
    }
  }

  /** Hashed once more: the low bits of the hashes of all keys of a shard are alike. */
  private record Key(String text) {
    private static final int MIXING = 0x9e3779b9; // Knuth, The Art of Computer Programming, 6.4

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && text.equals(key.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode() * MIXING;
    }
  }
}
