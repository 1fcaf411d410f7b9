// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static io.signalbox.analytics.finops.Told.cost;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.aggregates.Flow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Usages that sum several calls: the same cost as of the calls one by one, or a refusal. */
class SeveralCallsTest {
  private static final String IN = "gen_ai.usage.input_tokens";
  private static final String OUT = "gen_ai.usage.output_tokens";
  private static final String CALLS = "usage.calls";
  private static final String LARGEST = "usage.largest_input_tokens";

  private static final Map<String, String> PRICES =
      Map.of(
          "input_cost_per_token", "0.001",
          "output_cost_per_token", "0.002",
          "input_cost_per_token_above_200k_tokens", "0.005",
          "input_cost_per_request", "0.5");

  private static Map<String, Object> usage(Object... pairs) {
    Map<String, Object> told = new HashMap<>();
    told.put("timestamp", "2025-09-01T00:00:00Z");
    told.put("gen_ai.request.model", "m");
    for (int i = 0; i < pairs.length; i += 2) {
      told.put((String) pairs[i], pairs[i + 1]);
    }
    return told;
  }

  private static PriceBook book(Map<String, String> prices, CatalogueEntry.Range... ranges) {
    return Told.book(new CatalogueEntry("m", "p", prices, List.of(ranges)));
  }

  private static Refusal refused(PriceBook book, Object... pairs) {
    return assertThrows(Refusal.class, () -> cost(book, usage(pairs)));
  }

  @Test
  void eachCallIsARequest() throws Refusal {
    assertEquals("6.006", cost(book(PRICES), usage(IN, 6, CALLS, 12)));
    assertEquals("0.506", cost(book(PRICES), usage(IN, 6)));
    Usage twelve = Told.usage(usage(IN, 6, CALLS, 12));
    CostSum sum = new CostSum();
    Flow flow = new Flow();
    Charge charge = new PriceUsage(book(PRICES)).price(twelve);
    sum.add(Posting.of(charge));
    flow.add(charge);
    assertEquals(12, sum.requests());
    assertEquals(12, flow.requests());
    assertEquals(1, sum.charges());
  }

  @Test
  void aPriceThatHangsOnTheSizeOfACallHoldsWhereItIsCertain() throws Refusal {
    PriceBook book = book(PRICES);
    assertEquals("201", cost(book, usage(IN, 200_000, CALLS, 2)));
    assertEquals("301", cost(book, usage(IN, 300_000, CALLS, 2, LARGEST, 200_000)));
    assertEquals("1500.5", cost(book, usage(IN, 300_000, CALLS, 1, LARGEST, 300_000)));
    String why = refused(book, IN, 300_000, CALLS, 2).reason();
    assertEquals(
        "input_cost_per_token_above_200k_tokens of m hangs on the size of a call: several are"
            + " summed, of up to 300000 input tokens",
        why);
    why = refused(book, IN, 300_000, CALLS, 2, LARGEST, 200_001).reason();
    assertTrue(why.contains("hangs on the size of a call"), why);
  }

  @Test
  void aPriceWithoutAThresholdHoldsWhateverTheSize() throws Refusal {
    assertEquals(
        "600", cost(Told.perMillion("1000", null, null, "1"), usage(IN, 600_000, CALLS, 2)));
  }

  @Test
  void aRangeOfSizesHoldsWhereAllCallsAreInIt() throws Refusal {
    PriceBook book =
        book(
            Map.of(),
            new CatalogueEntry.Range(0, 1000, Map.of("input_cost_per_token", "1")),
            new CatalogueEntry.Range(1000, 9000, Map.of("input_cost_per_token", "2")));
    assertEquals("5000", cost(book, usage(IN, 5000, CALLS, 9, LARGEST, 1000)));
    assertEquals("10000", cost(book, usage(IN, 5000)));
    assertTrue(refused(book, IN, 5000, CALLS, 9).reason().contains("hangs on the size"));
    assertTrue(refused(book, IN, 5000, CALLS, 9, LARGEST, 1001).reason().contains("hangs"));
  }

  @Test
  void whereNobodyCountedTheCallsNothingIsChargedByTheCall() throws Refusal {
    String why = refused(book(PRICES), IN, 6, CALLS, 0).reason();
    assertEquals("input_cost_per_request of m: nobody counted the calls", why);
    PriceBook plain = Told.perMillion("1000", null, null, "1");
    assertEquals("0.006", cost(plain, usage(IN, 6, CALLS, 0)));
    assertEquals(0, Told.usage(usage(IN, 6, CALLS, 0)).requests());
  }

  @Test
  void whatDoesNotAddUpIsPutAside() {
    PriceBook book = book(PRICES);
    assertTrue(refused(book, IN, 10, CALLS, 3, LARGEST, 3).quarantined());
    assertTrue(refused(book, IN, 10, LARGEST, 9).quarantined());
    assertTrue(refused(book, IN, 10, CALLS, 0, LARGEST, 0).quarantined());
    assertFalse(refused(book, IN, 10, CALLS, -1).quarantined());
    assertEquals("usage.calls is no whole number: 1.5", refused(book, IN, 1, CALLS, 1.5).reason());
  }

  @Test
  void usagesOfAnotherNumberOfCallsSaySomethingElse() throws Refusal {
    Usage one = Told.usage(usage(IN, 6));
    Usage two = Told.usage(usage(IN, 6, CALLS, 2));
    assertEquals(one.content(), Told.usage(usage(IN, 6, CALLS, 1, LARGEST, 6)).content());
    assertFalse(one.content().equals(two.content()));
  }

  @Property
  void aSumCostsWhatItsCallsCostOrIsRefused(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 300_000) Integer> inputs,
      @ForAll boolean tellsTheLargest)
      throws Refusal {
    PriceBook book = book(PRICES);
    BigDecimal oneByOne = BigDecimal.ZERO;
    long whole = 0;
    for (int input : inputs) {
      oneByOne = oneByOne.add(new BigDecimal(cost(book, usage(IN, input, OUT, 7))));
      whole += input;
    }
    long largest = inputs.stream().mapToLong(Integer::longValue).max().orElseThrow();
    Map<String, Object> sum = usage(IN, whole, OUT, 7 * inputs.size(), CALLS, inputs.size());
    if (tellsTheLargest) {
      sum.put(LARGEST, largest);
    }
    boolean certain = inputs.size() == 1 || (tellsTheLargest ? largest : whole) <= 200_000;
    try {
      assertEquals(0, oneByOne.compareTo(new BigDecimal(cost(book, sum))));
      assertTrue(certain);
    } catch (Refusal why) {
      assertFalse(certain, why.reason());
    }
  }
}
