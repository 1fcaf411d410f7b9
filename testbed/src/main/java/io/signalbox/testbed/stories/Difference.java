// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the records of a run differ from those of an undisturbed one, as multisets.
 *
 * @param records records of the run, repeats included
 * @param lost what is missing, and how often
 * @param surplus what is there too often, and by how much
 */
public record Difference(
    long records, SortedMap<String, Integer> lost, SortedMap<String, Integer> surplus) {

  /** Compares. */
  public static Difference of(
      SortedMap<String, Integer> expected, SortedMap<String, Integer> seen) {
    return new Difference(size(seen), minus(expected, seen), minus(seen, expected));
  }

  /** True when both runs gave the same records, each as often. */
  public boolean none() {
    return lost.isEmpty() && surplus.isEmpty();
  }

  /** Records in a multiset, repeats included. */
  public static long size(SortedMap<String, Integer> records) {
    return records.values().stream().mapToLong(Integer::longValue).sum();
  }

  private static SortedMap<String, Integer> minus(
      SortedMap<String, Integer> left, SortedMap<String, Integer> right) {
    SortedMap<String, Integer> rest = new TreeMap<>();
    left.forEach(
        (value, count) -> {
          int more = count - right.getOrDefault(value, 0);
          if (more > 0) {
            rest.put(value, more);
          }
        });
    return rest;
  }
}
