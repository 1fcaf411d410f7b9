// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Usages and prices in any order, against prices that were known before the first usage came. */
class BookkeepingTest {
  private static final long START = 1_756_684_800_000L; // 2025-09-01
  private static final long HOUR = 3_600_000L;
  private static final List<String> FIELDS =
      List.of("input_cost_per_token", "cache_read_input_token_cost", "output_cost_per_token");
  private static final CatalogueEntry CATALOGUE =
      new CatalogueEntry("p/m", "p", Map.of("output_cost_per_token", "0.000007"), List.of());

  /** What a job does with its state, without one. */
  private static final class Job {
    private final LivePrices prices = new LivePrices(List.of(CATALOGUE));
    private final Map<String, Usage> charged = new HashMap<>();
    private final Totals totals = new Totals();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final Bookkeeping books =
        new Bookkeeping(
            posting -> {
              CostSum sum = new CostSum();
              sum.add(posting);
              Usage of = posting.charge().usage();
              var day = java.time.LocalDate.ofEpochDay(Math.floorDiv(of.atMs(), 24 * HOUR));
              totals.add(new Totals.Key(of.owner().payer(), of.model(), day), sum);
            },
            one ->
                refused.merge(
                    one.usage().id() + " " + one.reason(), one.withdrawn() ? -1 : 1, Integer::sum));

    void take(Object item) {
      if (item instanceof Usage usage) {
        Usage other = charged.get(usage.id());
        if (books.take(usage, other, new PriceUsage(prices.book()), 0)) {
          charged.put("" + usage.id(), usage);
        }
        return;
      }
      LivePrices.Change change = prices.take((PriceTelling) item);
      if (change != null) {
        PriceUsage before = new PriceUsage(prices.before(change));
        for (Usage usage : charged.values()) {
          if (usage.atMs() >= change.fromMs()) {
            books.reprice(usage, before, new PriceUsage(prices.book()), 0);
          }
        }
      }
    }

    Map<String, String> told() {
      Map<String, String> all = new TreeMap<>();
      totals
          .sums()
          .forEach(
              (key, sum) -> {
                if (sum.charges() != 0) {
                  all.put(key.toString(), text(sum));
                }
              });
      refused.forEach(
          (why, times) -> {
            if (times != 0 && !why.contains("contradicts")) {
              all.put("refused " + why, "");
            }
          });
      return all;
    }
  }

  private static String text(CostSum sum) {
    return sum.asKnown().stripTrailingZeros().toPlainString()
        + " "
        + sum.asCorrected().stripTrailingZeros().toPlainString()
        + " "
        + sum.inDoubt().stripTrailingZeros().toPlainString()
        + " "
        + sum.requests()
        + " "
        + sum.quantity(Meter.OUT_TEXT).toPlainString();
  }

  @Property(tries = 300)
  void anyOrderOfUsagesAndPricesComesToTheSame(@ForAll long seed) throws Refusal {
    Random random = new Random(seed);
    List<PriceTelling> tellings = tellings(random);
    List<Usage> usages = usages(random);
    List<Object> items = new ArrayList<>(tellings);
    items.addAll(usages);
    Map<String, String> expected = pure(tellings, usages);
    assertTrue(expected.size() > 2);
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(items, random);
      Job job = new Job();
      items.forEach(job::take);
      assertEquals(expected, job.told());
    }
  }

  private static Map<String, String> pure(List<PriceTelling> tellings, List<Usage> usages) {
    PriceBook.Writer book = new PriceBook.Writer().add(CATALOGUE);
    TreeSet<PriceTelling> sorted = new TreeSet<>(PriceTelling.ORDER);
    sorted.addAll(tellings);
    sorted.forEach(one -> book.add(one.event()));
    PriceUsage pricing = new PriceUsage(book.book());
    LatestUsages latest = new LatestUsages();
    usages.forEach(latest::add);
    Job all = new Job();
    for (Usage usage : latest.all()) {
      all.books.take(usage, null, pricing, 0);
    }
    return all.told();
  }

  private static List<PriceTelling> tellings(Random random) {
    List<PriceTelling> all = new ArrayList<>();
    for (String field : FIELDS) {
      BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(900), 9);
      int hour = random.nextInt(60);
      for (int i = 0; i < 8; i++) {
        long at = START + hour * HOUR;
        long times = new long[] {1, 1, 2, 3, 10, 100}[random.nextInt(6)];
        int kind = random.nextInt(8);
        PriceEvent.Judgement judged =
            kind == 0 ? new PriceEvent.Judgement(random.nextBoolean(), null) : null;
        BigDecimal next = kind == 0 || kind == 1 ? null : price.multiply(BigDecimal.valueOf(times));
        all.add(new PriceTelling(all.size(), new PriceEvent(at, "p/m", field, null, next, judged)));
        hour += random.nextInt(40);
      }
    }
    return all;
  }

  private static List<Usage> usages(Random random) throws Refusal {
    List<Usage> all = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      Map<String, Object> told = new HashMap<>();
      told.put("timestamp", String.valueOf(START + random.nextInt(250) * HOUR));
      told.put("tenant", "t" + id % 3);
      told.put("gen_ai.provider.name", "p");
      told.put("gen_ai.request.model", "m");
      told.put("gen_ai.response.id", "r" + id);
      told.put("gen_ai.usage.input_tokens", 1000);
      told.put("gen_ai.usage.cache_read.input_tokens", random.nextInt(1000));
      told.put("gen_ai.usage.output_tokens", random.nextInt(5000));
      if (random.nextInt(10) == 0) {
        told.put("cost", random.nextInt(1000));
      }
      all.add(Told.usage(told));
      for (int more = random.nextInt(3); more > 0; more--) {
        told.put("revision", 1 + random.nextInt(3));
        told.put("gen_ai.usage.output_tokens", random.nextInt(5000));
        all.add(Told.usage(told));
      }
    }
    return all;
  }
}
