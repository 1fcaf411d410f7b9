// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which patterns hold from which event time on. A list that is added takes effect at its epoch, so
 * a replay that knows it before its watermark gets there gives the same matches.
 */
public final class PatternLists {
  /** Epoch of the list that is there from the beginning. */
  public static final long BEGINNING = Long.MIN_VALUE;

  private final TreeMap<Long, Matchers> byEpoch = new TreeMap<>();

  /** One list, from the beginning. */
  public PatternLists(Matchers initial) {
    byEpoch.put(BEGINNING, initial);
  }

  /**
   * Adds a list.
   *
   * @param epochMs from which event time on it holds; ahead of everything folded so far
   */
  public void add(long epochMs, Matchers matchers) {
    byEpoch.put(epochMs, matchers);
  }

  /**
   * Forgets lists that nobody can be at any more. That of the beginning stays: an empty shard
   * begins there and goes on to the one that holds.
   *
   * @param timeMs everything that is remembered is at the list of that time or at a later one
   */
  public void forgetBefore(long timeMs) {
    byEpoch.subMap(BEGINNING, false, epochAt(timeMs), false).clear();
  }

  /** Number of lists. */
  public int size() {
    return byEpoch.size();
  }

  /** The list that holds at a time. */
  public Matchers at(long timeMs) {
    return byEpoch.floorEntry(timeMs).getValue();
  }

  /** Epoch of the list that holds at a time. */
  long epochAt(long timeMs) {
    return byEpoch.floorKey(timeMs);
  }

  /** The next epoch, {@link Long#MAX_VALUE} when no other list is known. */
  long epochAfter(long epochMs) {
    Map.Entry<Long, Matchers> next = byEpoch.higherEntry(epochMs);
    return next == null ? Long.MAX_VALUE : next.getKey();
  }
}
