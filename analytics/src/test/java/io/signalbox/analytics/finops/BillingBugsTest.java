// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static io.signalbox.analytics.finops.Told.cost;
import static io.signalbox.analytics.finops.Told.perMillion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bills that others got wrong, with the numbers of their issues. */
class BillingBugsTest {
  private static final String IN = "gen_ai.usage.input_tokens";
  private static final String READ = "gen_ai.usage.cache_read.input_tokens";
  private static final String WRITE = "gen_ai.usage.cache_creation.input_tokens";
  private static final String OUT = "gen_ai.usage.output_tokens";
  private static final String REASONING = "gen_ai.usage.reasoning.output_tokens";
  private static final String BESIDE = "usage.input_excludes_cache";

  private static Map<String, Object> usage(Object... pairs) {
    Map<String, Object> told = new HashMap<>();
    told.put("timestamp", "2025-09-01T00:00:00Z");
    told.put("gen_ai.request.model", "m");
    for (int i = 0; i < pairs.length; i += 2) {
      told.put((String) pairs[i], pairs[i + 1]);
    }
    return told;
  }

  @Test
  void cachedTokensInsideTheInputAreNotBilledTwice() throws Refusal {
    // litellm #14849, #6215, #35127
    assertEquals(
        "0.184918125",
        cost(perMillion("1.25", null, "0.625", "10"), usage(IN, 262960, READ, 257955, OUT, 1744)));
    assertEquals(
        "0.005615",
        cost(perMillion("2.5", null, "1.25", "10"), usage(IN, 2006, READ, 1920, OUT, 300)));
    assertEquals(
        "0.16625",
        cost(
            perMillion("5", "6.25", "0.5", "10"),
            usage(IN, 172000, READ, 155000, WRITE, 3000, OUT, 0)));
  }

  @Test
  void cachedTokensBesideTheInputAreAddedWhereTheUsageSaysSo() throws Refusal {
    // litellm #9812
    assertEquals(
        "0.054399",
        cost(
            perMillion("3", "3.75", "0.3", "15"),
            usage(IN, 3, WRITE, 12304, OUT, 550, BESIDE, true)));
  }

  @Test
  void inputThatIsAllWrittenToACacheIsBilledOnce() throws Refusal {
    // litellm #6575
    assertEquals(
        "0.00375", cost(perMillion("3", "3.75", null, "15"), usage(IN, 1000, WRITE, 1000, OUT, 0)));
  }

  @Test
  void partsThatExceedTheWholeArePutAside() {
    // litellm #11364
    Refusal why =
        assertThrows(
            Refusal.class, () -> Told.usage(usage(IN, 30946, READ, 30940, WRITE, 460, OUT, 102)));
    assertTrue(why.quarantined());
    assertTrue(why.reason().contains("30946"), why.reason());
  }

  @Test
  void partsThatAddUpAreDisjoint() throws Refusal {
    // litellm #11364, later comment, and aider #5516
    Map<Meter, BigDecimal> parts =
        Told.usage(usage(IN, 98805, READ, 66360, WRITE, 32435, OUT, 5120, REASONING, 1710))
            .quantities();
    assertEquals(BigDecimal.valueOf(10), parts.get(Meter.UNCACHED_IN));
    assertEquals(BigDecimal.valueOf(66360), parts.get(Meter.CACHE_READ));
    assertEquals(BigDecimal.valueOf(32435), parts.get(Meter.CACHE_WRITE_5M));
    assertEquals(BigDecimal.valueOf(3410), parts.get(Meter.OUT_TEXT));
    assertEquals(BigDecimal.valueOf(1710), parts.get(Meter.REASONING));
    assertEquals(
        BigDecimal.valueOf(9),
        Told.usage(usage(IN, 17111, READ, 17102)).quantities().get(Meter.UNCACHED_IN));
  }

  @Test
  void theExampleOfFocusForCachesHasItsFourRows() throws Refusal {
    Charge charge =
        new PriceUsage(perMillion("3", "3.75", "0.30", "15"))
            .price(
                Told.usage(
                    usage(IN, 500000, WRITE, 2000000, READ, 8000000, OUT, 1500000, BESIDE, true)));
    Map<Meter, String> rows = new HashMap<>();
    charge
        .parts()
        .forEach(part -> rows.put(part.meter(), part.cost().stripTrailingZeros().toPlainString()));
    assertEquals(
        Map.of(
            Meter.UNCACHED_IN, "1.5",
            Meter.CACHE_WRITE_5M, "7.5",
            Meter.CACHE_READ, "2.4",
            Meter.OUT_TEXT, "22.5"),
        rows);
  }
}
