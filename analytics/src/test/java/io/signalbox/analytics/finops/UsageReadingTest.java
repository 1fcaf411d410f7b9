// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UsageReadingTest {
  private static Map<String, Object> usage(Object... pairs) {
    Map<String, Object> told = new HashMap<>();
    told.put("timestamp", "2025-09-01T00:00:00Z");
    told.put("gen_ai.request.model", "m");
    for (int i = 0; i < pairs.length; i += 2) {
      told.put((String) pairs[i], pairs[i + 1]);
    }
    return told;
  }

  private static void refused(String reason, Object... pairs) {
    Refusal why = assertThrows(Refusal.class, () -> Told.usage(usage(pairs)));
    assertTrue(why.reason().contains(reason), why.reason());
  }

  @Test
  void impossibleCountsAreRefusedByName() {
    refused("negative", "gen_ai.usage.input_tokens", -1);
    refused("too large", "gen_ai.usage.input_tokens", Long.MAX_VALUE);
    refused("no number", "gen_ai.usage.output_tokens", Double.NaN);
    refused("no whole number", "gen_ai.usage.output_tokens", 1.5);
    refused("no number", "gen_ai.usage.output_tokens", "12");
    refused("negative", "gen_ai.usage.input_tokens", 1, "cost", -2);
    refused("nothing was counted", "tenant", "t");
  }

  @Test
  void impossibleClocksAreRefusedByName() {
    for (String bad :
        new String[] {"1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z", "yesterday", "0", "2025"}) {
      refused("timestamp", "timestamp", bad, "gen_ai.usage.input_tokens", 1);
    }
  }

  @Test
  void timesAreReadWithAnyFractionAndZone() throws Refusal {
    assertEquals(1700158623979L, UsageTime.parse("2023-11-16 18:17:03.9799600"));
    assertEquals(1700158623000L, UsageTime.parse("2023-11-16T20:17:03+02:00"));
    assertEquals(1700158623000L, UsageTime.parse("1700158623"));
    assertEquals(1700158623001L, UsageTime.parse("1700158623001"));
  }

  @Test
  void aMachineIsMeasuredInSecondsOrCredits() throws Refusal {
    Map<String, Object> gpu = usage("resource", "h100", "unit", "gpu", "quantity", 8);
    gpu.put("seconds", 3600);
    assertEquals("{COMPUTE_SECONDS=28800}", "" + Told.usage(gpu).quantities());
    assertEquals(
        "{CREDITS=5}",
        "" + Told.usage(usage("resource", "x", "unit", "credits", "quantity", 5)).quantities());
    refused("missing", "resource", "h100", "unit", "gpu", "quantity", 8);
  }

  @Property
  void partsAreNeverNegativeAndSumToTheWhole(
      @ForAll @IntRange(max = 1000) int in,
      @ForAll @IntRange(max = 500) int read,
      @ForAll @IntRange(max = 500) int write,
      @ForAll @IntRange(max = 500) int hour,
      @ForAll @IntRange(max = 500) int image,
      @ForAll @IntRange(max = 1000) int out,
      @ForAll @IntRange(max = 1000) int thought,
      @ForAll boolean beside) {
    Map<String, Object> told =
        usage("gen_ai.usage.input_tokens", in, "gen_ai.usage.output_tokens", out);
    told.put("gen_ai.usage.cache_read.input_tokens", read);
    told.put("gen_ai.usage.cache_creation.input_tokens", write);
    told.put("usage.cache_creation_1h.input_tokens", hour);
    told.put("gen_ai.usage.image.input_tokens", image);
    told.put("gen_ai.usage.reasoning.output_tokens", thought);
    told.put("usage.input_excludes_cache", beside);
    long whole = beside ? in + read + write : in;
    boolean fits = hour <= write && read + write + image <= whole && thought <= out;
    try {
      Usage usage = Told.usage(told);
      assertTrue(fits);
      assertEquals(whole, usage.inputTokens());
      long sum = 0;
      for (Map.Entry<Meter, java.math.BigDecimal> part : usage.quantities().entrySet()) {
        assertTrue(part.getValue().signum() > 0);
        sum += part.getValue().longValueExact();
      }
      assertEquals(whole + out, sum);
    } catch (Refusal why) {
      assertTrue(!fits && why.quarantined(), why.reason());
    }
  }
}
