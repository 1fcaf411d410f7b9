// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CostSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShowbackMonthTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final List<String> TENANTS = List.of("a", "b", "c", "UNALLOCATED", "IDLE");

  private final ShowbackMonth month = new ShowbackMonth(START);

  private static CostSum cost(long charges, String usd) {
    return new CostSum(new BigDecimal(usd), BigDecimal.ZERO, charges, 0, Map.of());
  }

  /** Whatever comes in which steps, who reads all that is told has the rows of what is left. */
  @Property(tries = 100)
  void whatWasToldLastIsWhatTheWholeMonthComesTo(@ForAll long seed) {
    Random random = new Random(seed);
    ShowbackMonth told = new ShowbackMonth(START);
    TreeMap<String, Showback> latest = new TreeMap<>();
    TreeMap<String, Long> charges = new TreeMap<>();
    TreeMap<String, BigDecimal> costs = new TreeMap<>();
    for (int i = 0; i < 30; i++) {
      String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
      boolean back = random.nextInt(3) == 0 && charges.containsKey(tenant);
      long count = back ? -charges.getOrDefault(tenant, 0L) : 1 + random.nextInt(3);
      BigDecimal cost =
          back
              ? costs.getOrDefault(tenant, BigDecimal.ZERO).negate()
              : BigDecimal.valueOf(random.nextInt(9999), 4);
      charges.merge(tenant, count, Long::sum);
      costs.merge(tenant, cost, BigDecimal::add);
      CostSum change = new CostSum(cost, BigDecimal.ZERO, count, 0, Map.of());
      told.add(Map.of(tenant, change)).forEach(row -> latest.put(row.tenant(), row));
    }
    costs.keySet().removeIf(tenant -> charges.getOrDefault(tenant, 0L) == 0);
    latest.values().removeIf(row -> !costs.containsKey(row.tenant()));
    assertEquals(Showback.ofMonth(START, costs), List.copyOf(latest.values()));
  }

  @Test
  void onlyWhatIsNotAsBeforeIsTold() {
    assertEquals(1, month.add(Map.of("a", cost(1, "2"))).size());
    assertEquals(
        List.of("b"), month.add(Map.of("b", cost(1, "3"))).stream().map(Showback::tenant).toList());
    assertEquals(3, month.add(Map.of("IDLE", cost(1, "1"))).size()); // all have a part of it
    assertEquals(3, month.revision());
  }

  @Test
  void whoIsTakenBackIsToldOnceMoreWithNothing() {
    month.add(Map.of("a", cost(1, "2"), "b", cost(1, "1")));
    List<Showback> told = month.add(Map.of("a", cost(-1, "-2")));
    assertEquals(1, told.size());
    assertEquals("a", told.get(0).tenant());
    assertEquals(0, told.get(0).showback().signum());
    assertTrue(month.add(Map.of()).isEmpty());
  }
}
