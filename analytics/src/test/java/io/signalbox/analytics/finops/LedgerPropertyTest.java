// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Against a slow ledger that knows neither folds nor timelines, in any order of arrival. */
class LedgerPropertyTest {
  private static final long START = 1_756_684_800_000L; // 2025-09-01
  private static final long HOUR = 3_600_000L;
  private static final String[] FIELDS = {
    "input_cost_per_token", "cache_read_input_token_cost", "output_cost_per_token"
  };

  private record News(int hour, String field, BigDecimal price) {}

  private record Row(int id, int revision, int hour, long in, long read, long out) {
    Map<String, Object> told() {
      Map<String, Object> told = new HashMap<>();
      told.put("timestamp", String.valueOf(START + hour * HOUR));
      told.put("tenant", "t" + id % 3);
      told.put("gen_ai.request.model", "m");
      told.put("gen_ai.response.id", "r" + id);
      told.put("revision", revision);
      told.put("gen_ai.usage.input_tokens", in);
      told.put("gen_ai.usage.cache_read.input_tokens", read);
      told.put("gen_ai.usage.output_tokens", out);
      return told;
    }
  }

  @Property(tries = 200)
  void sumsAreThoseOfASlowLedgerInAnyOrder(@ForAll long seed) throws Refusal {
    Random random = new Random(seed);
    List<News> news = news(random);
    List<Row> rows = rows(random);
    PriceBook.Writer book = new PriceBook.Writer();
    for (News one : news) {
      book.add(new PriceEvent(START + one.hour * HOUR, "m", one.field, null, one.price, null));
    }
    PriceUsage pricing = new PriceUsage(book.book());
    Map<String, String> expected = slow(news, rows);
    for (int shuffle = 0; shuffle < 3; shuffle++) {
      Collections.shuffle(rows, random);
      assertEquals(expected, fast(pricing, rows));
    }
  }

  private static List<News> news(Random random) {
    List<News> news = new ArrayList<>();
    for (String field : FIELDS) {
      BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(900), 9);
      news.add(new News(0, field, price));
      for (int hour = 5; hour < 200; hour += 1 + random.nextInt(60)) {
        long times = new long[] {1, 1, 2, 3, 10, 100}[random.nextInt(6)];
        BigDecimal next = price.multiply(BigDecimal.valueOf(times));
        news.add(new News(hour, field, random.nextBoolean() ? next : price));
      }
    }
    return news;
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 60; id++) {
      long in = random.nextInt(100_000);
      long read = random.nextInt((int) in + 1);
      Row row = new Row(id, 1, random.nextInt(220), in, read, random.nextInt(5000));
      rows.add(row);
      if (random.nextInt(10) == 0) {
        rows.add(row);
      }
      if (random.nextInt(10) == 0) {
        rows.add(new Row(id, 2, row.hour, in, read, row.out + 1));
      }
    }
    return rows;
  }

  private static Map<String, String> fast(PriceUsage pricing, List<Row> rows) throws Refusal {
    LatestUsages latest = new LatestUsages();
    for (Row row : rows) {
      latest.add(Told.usage(row.told()));
    }
    Totals totals = new Totals();
    for (Usage usage : latest.all()) {
      totals.add(pricing.price(usage));
    }
    Map<String, String> all = new TreeMap<>();
    totals
        .sums()
        .forEach(
            (key, sum) ->
                all.put(
                    key.tenant() + key.day(), text(sum.asKnown()) + " " + text(sum.asCorrected())));
    return all;
  }

  private static Map<String, String> slow(List<News> news, List<Row> rows) {
    Map<Integer, Row> latest = new HashMap<>();
    for (Row row : rows) {
      Row other = latest.get(row.id);
      if (other == null || row.revision > other.revision) {
        latest.put(row.id, row);
      }
    }
    Map<String, BigDecimal[]> sums = new TreeMap<>();
    for (Row row : latest.values()) {
      long day = Math.floorDiv(START + row.hour * HOUR, 24 * HOUR);
      BigDecimal[] sum =
          sums.computeIfAbsent(
              "t" + row.id % 3 + java.time.LocalDate.ofEpochDay(day),
              key -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      long[] amounts = {row.in - row.read, row.read, row.out};
      for (int i = 0; i < amounts.length; i++) {
        BigDecimal amount = new BigDecimal(amounts[i]);
        sum[0] = sum[0].add(accepted(news, FIELDS[i], row.hour).multiply(amount));
        sum[1] = sum[1].add(truth(news, FIELDS[i], row.hour).multiply(amount));
      }
    }
    Map<String, String> all = new TreeMap<>();
    sums.forEach((key, sum) -> all.put(key, text(sum[0]) + " " + text(sum[1])));
    return all;
  }

  /** Walks all news up to a time. */
  private static BigDecimal accepted(List<News> news, String field, int hour) {
    BigDecimal accepted = null;
    for (News one : news) {
      if (one.field.equals(field) && one.hour <= hour && !leap(accepted, one.price)) {
        accepted = one.price;
      }
    }
    return java.util.Objects.requireNonNull(accepted);
  }

  /** What the first later news says that is no leap, if the last news before was one. */
  private static BigDecimal truth(List<News> news, String field, int hour) {
    BigDecimal accepted = accepted(news, field, hour);
    boolean waits = false;
    for (News one : news) {
      if (!one.field.equals(field)) {
        continue;
      }
      if (one.hour <= hour) {
        waits = leap(accepted(news, field, one.hour), one.price);
      } else if (waits && !leap(accepted, one.price)) {
        return one.price;
      }
    }
    return accepted;
  }

  private static boolean leap(@Nullable BigDecimal accepted, BigDecimal price) {
    if (accepted == null) {
      return false;
    }
    double ratio = price.doubleValue() / accepted.doubleValue();
    return ratio > 4.5 || ratio < 0.22; // generated ratios keep well away from five
  }

  private static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
