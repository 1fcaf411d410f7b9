// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which items of a log are certain, and not written yet. Items of a key are numbered in their
 * order; an item is certain when a checkpoint holds it that is complete, because until then a
 * failure may make others of it.
 */
final class CertainItems {
  private final TreeMap<String, Numbers> keys = new TreeMap<>();
  private final TreeMap<Long, Map<String, Long>> checkpoints = new TreeMap<>();
  private long waiting;

  /** Numbers of a key: up to {@code first} all is written, up to {@code certain} it may be. */
  private static final class Numbers {
    long first;
    long certain;
    long next;
  }

  /**
   * Items of a key in their order.
   *
   * @param from number of the first
   * @param to number behind the last
   */
  record Stretch(String key, long from, long to) {}

  /** Items of a key that a checkpoint held: numbers from the first to before the next. */
  void restore(String key, long first, long next) {
    Numbers numbers = new Numbers();
    numbers.first = first;
    numbers.certain = next;
    numbers.next = next;
    keys.put(key, numbers);
    waiting += next - first;
  }

  /** An item comes; it is given its number. */
  long add(String key) {
    waiting++;
    return keys.computeIfAbsent(key, missing -> new Numbers()).next++;
  }

  /** A checkpoint takes all that came so far. */
  void snapshot(long checkpoint) {
    Map<String, Long> taken = new HashMap<>();
    keys.forEach((key, numbers) -> taken.put(key, numbers.next));
    checkpoints.put(checkpoint, taken);
  }

  /** A checkpoint is complete; those before it need no longer be. */
  void completed(long checkpoint) {
    Map<String, Long> taken = checkpoints.get(checkpoint);
    if (taken != null) {
      taken.forEach(
          (key, next) -> {
            Numbers numbers = keys.get(key);
            if (numbers != null) {
              numbers.certain = Math.max(numbers.certain, next);
            }
          });
    }
    checkpoints.headMap(checkpoint, true).clear();
  }

  /** The next that are certain, at most so many; none when all are written. */
  List<Stretch> next(int most) {
    List<Stretch> stretches = new ArrayList<>();
    long left = most;
    for (Map.Entry<String, Numbers> one : keys.entrySet()) {
      Numbers numbers = one.getValue();
      long to = Math.min(numbers.certain, numbers.first + left);
      if (to > numbers.first) {
        stretches.add(new Stretch(one.getKey(), numbers.first, to));
        left -= to - numbers.first;
      }
    }
    return stretches;
  }

  /** These are written, and were the next. */
  void written(List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      Numbers numbers = keys.get(stretch.key());
      if (numbers == null || numbers.first != stretch.from()) {
        throw new IllegalStateException("not the next: " + stretch);
      }
      numbers.first = stretch.to();
      waiting -= stretch.to() - stretch.from();
    }
  }

  /** How many are not written. */
  long waiting() {
    return waiting;
  }
}
