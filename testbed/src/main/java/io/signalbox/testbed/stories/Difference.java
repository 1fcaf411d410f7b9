// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How the records of a run differ from those of an undisturbed one, as multisets.
 *
 * @param records records of the run, repeats included
 * @param lost what is missing, and how often
 * @param surplus what is there too often, and by how much
 */
public record Difference(
    long records, SortedMap<String, Integer> lost, SortedMap<String, Integer> surplus) {
  private static final int EXAMPLES = 5;

  /** Compares. */
  public static Difference of(
      SortedMap<String, Integer> expected, SortedMap<String, Integer> seen) {
    return new Difference(size(seen), minus(expected, seen), minus(seen, expected));
  }

  /** True when both runs gave the same records, each as often. */
  public boolean none() {
    return lost.isEmpty() && surplus.isEmpty();
  }

  /** A few records of what differs, one a line. */
  public List<String> examples() {
    return Stream.concat(
            lost.keySet().stream().limit(EXAMPLES).map(record -> "lost:     " + record),
            surplus.keySet().stream().limit(EXAMPLES).map(record -> "too many: " + record))
        .toList();
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
