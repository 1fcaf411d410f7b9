// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What all patterns remember of the keys of a shard: only keys with something open are in it.
 * Mutable, for one thread.
 */
public final class ShardMatches {
  /** What only is to be forgotten may wait so long: it makes no difference to any match. */
  public static final long PATIENCE_MS = 60_000;

  private final PatternLists lists;
  private final Map<String, KeyMatches> keys = new HashMap<>();
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
    dueMs = Long.MAX_VALUE;
    endMs = Long.MAX_VALUE;
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, KeyMatches> entry : new TreeMap<>(keys).entrySet()) {
      KeyMatches key = entry.getValue();
      key.advance(nowMs, tally, told);
      if (key.isEmpty()) {
        over.add(entry.getKey());
      } else {
        expect(key);
      }
    }
    over.forEach(keys::remove);
  }

  /**
   * Takes the next event; those of one key come in the order of event time, after {@link #advance}
   * to the epoch of the patterns that hold at it.
   */
  public void take(PatternEvent event, Consumer<Match> told) {
    KeyMatches known = keys.get(event.key());
    KeyMatches key = known == null ? new KeyMatches(matchers) : known;
    key.take(event, tally, told);
    if (key.isEmpty()) {
      keys.remove(event.key());
    } else {
      expect(key);
      if (known == null) {
        keys.put(event.key(), key);
      }
    }
  }

  private void expect(KeyMatches key) {
    dueMs = Math.min(dueMs, key.dueMs());
    endMs = Math.min(endMs, key.nextEndMs());
  }

  /** Keys in the order in which they are stored. */
  Map<String, KeyMatches> sorted() {
    return new TreeMap<>(keys);
  }

  /** Puts back what was stored of a key. */
  void restore(String key, KeyMatches matches) {
    if (!matches.isEmpty()) {
      keys.put(key, matches);
      expect(matches);
    }
  }
}
