// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DifferenceTest {
  @Property
  void orderDoesNotMatter(@ForAll List<@IntRange(max = 9) Integer> records) {
    List<Integer> reversed = new java.util.ArrayList<>(records);
    java.util.Collections.reverse(reversed);

    Difference difference = Difference.of(multiset(records), multiset(reversed));

    assertTrue(difference.none());
    assertEquals(records.size(), difference.records());
  }

  @Property
  void oneRecordFewerIsLostAndOneMoreIsSurplus(
      @ForAll @Size(min = 1) List<@IntRange(max = 9) Integer> records) {
    String first = records.get(0).toString();
    SortedMap<String, Integer> all = multiset(records);
    SortedMap<String, Integer> fewer = multiset(records.subList(1, records.size()));

    assertEquals(Map.of(first, 1), Difference.of(all, fewer).lost());
    assertEquals(Map.of(), Difference.of(all, fewer).surplus());
    assertEquals(Map.of(first, 1), Difference.of(fewer, all).surplus());
    assertFalse(Difference.of(fewer, all).none());
  }

  @Property
  void aRoundFailsWithoutALoadOrWithoutARestore(@ForAll @IntRange(max = 9) int killedAt) {
    Difference none = Difference.of(multiset(List.of(1)), multiset(List.of(1)));
    assertTrue(new Round(1, killedAt, 10, 1, 5, none).passed());
    assertFalse(new Round(1, killedAt, 10, 0, 5, none).passed());
    assertFalse(new Round(1, killedAt, killedAt, 1, 5, none).passed());
  }

  private static SortedMap<String, Integer> multiset(List<Integer> records) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    records.forEach(record -> counts.merge(record.toString(), 1, Integer::sum));
    return counts;
  }
}
