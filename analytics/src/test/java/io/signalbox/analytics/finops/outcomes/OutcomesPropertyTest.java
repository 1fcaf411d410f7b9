// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.outcomes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.OutcomeCounts;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.Flows;
import io.signalbox.analytics.finops.aggregates.Showback;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class OutcomesPropertyTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final int HOUR = 3_600_000;

  private static List<Outcome> outcomes(Random random) {
    List<Outcome> all = new ArrayList<>();
    for (int line = 0; line < 80; line++) {
      String id = random.nextInt(10) == 0 ? null : "o" + random.nextInt(30);
      Owner owner = new Owner(any(random, "t"), null, any(random, "f"), null, null, null);
      all.add(
          new Outcome(
              id == null ? "#" + line : id,
              id,
              random.nextInt(3),
              START + random.nextInt(72) * (long) HOUR,
              owner,
              null,
              any(random, "m"),
              "done-" + random.nextInt(3),
              random.nextInt(4),
              "",
              line));
    }
    return all;
  }

  private static @Nullable String any(Random random, String of) {
    int one = random.nextInt(3);
    return one == 0 ? null : of + one;
  }

  private static Collection<Outcome> latest(List<Outcome> all) {
    Map<String, Outcome> latest = new TreeMap<>();
    all.forEach(
        one -> latest.put(one.key(), LatestOutcome.of(one, latest.get(one.key()), loser -> {})));
    return latest.values();
  }

  private static List<String> contents(Collection<Outcome> all) {
    return all.stream().map(Outcome::content).toList();
  }

  @Property(tries = 200)
  void inAnyOrderTheSameCount(@ForAll long seed) {
    Random random = new Random(seed);
    List<Outcome> all = outcomes(random);
    List<String> expected = contents(latest(all));
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(all, random);
      assertEquals(expected, contents(latest(all)));
    }
  }

  @Property(tries = 100)
  void valuesSumToAllAndHoursToDaysAndMonths(@ForAll long seed) {
    Collection<Outcome> counted = latest(outcomes(new Random(seed)));
    Flows flows = new Flows();
    SortedMap<String, Long> whole = OutcomeCounts.NONE;
    for (Outcome one : counted) {
      flows.add(one);
      whole = OutcomeCounts.sum(whole, OutcomeCounts.of(one.name(), one.count()));
    }
    Map<String, SortedMap<String, Long>> sums = new HashMap<>();
    SortedMap<Aggregate, Flow> aggregates = flows.aggregates();
    aggregates.forEach(
        (key, flow) ->
            sums.merge(key.window() + " " + key.label(), flow.outcomes(), OutcomeCounts::sum));
    assertEquals(3 * 9, sums.size());
    for (Map.Entry<String, SortedMap<String, Long>> one : sums.entrySet()) {
      assertEquals(whole, one.getValue(), one.getKey());
    }
    assertEquals(List.of(), Showback.of(aggregates));
    for (Flow flow : aggregates.values()) {
      assertTrue(flow.outcomes().values().stream().allMatch(count -> count > 0));
    }
    assertTrue(aggregates.firstKey().window() == CalendarWindow.HOUR);
  }
}
