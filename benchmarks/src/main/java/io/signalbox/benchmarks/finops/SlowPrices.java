// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.finops.CsvRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices by walking all that was ever said of one, for every usage anew: slow, plain, and without a
 * line in common with what the product prices by.
 */
final class SlowPrices {
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);
  private static final long ALWAYS = Long.MIN_VALUE;

  private final Map<String, BigDecimal> listed = new HashMap<>();
  private final Map<String, List<News>> told = new HashMap<>();

  private record News(long atMs, @Nullable BigDecimal old, @Nullable BigDecimal price) {}

  /** A price at a time, as it was accepted and as it turned out. */
  record Price(BigDecimal known, BigDecimal corrected) {}

  /** Reads a catalogue and, if there is one, its history. */
  SlowPrices(Path catalogue, @Nullable Path history) throws IOException {
    new ObjectMapper()
        .readTree(catalogue.toFile())
        .properties()
        .forEach(model -> list(model.getKey(), model.getValue()));
    if (history != null) {
      try (CsvRecords in = CsvRecords.open(history)) {
        List<String> header = in.next();
        for (List<String> row = in.next(); row != null && header != null; row = in.next()) {
          Map<String, String> columns = new HashMap<>();
          for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i), row.get(i));
          }
          tell(columns);
        }
      }
      told.values().forEach(all -> all.sort(Comparator.comparingLong(News::atMs)));
    }
  }

  private void list(String model, JsonNode fields) {
    fields
        .properties()
        .forEach(
            field -> {
              if (field.getKey().contains("_cost_per_") || field.getKey().contains("_token_cost")) {
                if (field.getValue().isNumber() || field.getValue().isTextual()) {
                  listed.put(
                      model + " " + field.getKey(), new BigDecimal(field.getValue().asText()));
                }
              }
            });
  }

  private void tell(Map<String, String> row) {
    long at = OffsetDateTime.parse(row.getOrDefault("effective_at", "")).toInstant().toEpochMilli();
    boolean gone = "remove".equals(row.get("kind"));
    told.computeIfAbsent(row.get("model") + " " + row.get("field"), key -> new ArrayList<>())
        .add(new News(at, number(row.get("old")), gone ? null : number(row.get("new"))));
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null || text.isEmpty() ? null : new BigDecimal(text);
  }

  /** Whether there is such a price, at whatever time. */
  boolean has(String model, String field) {
    return listed.containsKey(model + " " + field) || told.containsKey(model + " " + field);
  }

  /** Whether the first of such a price was told after a time. */
  boolean later(String model, String field, long atMs) {
    List<News> news = told.get(model + " " + field);
    return news != null && atMs < news.get(0).atMs;
  }

  /** The price at a time, or null if there was none. */
  @Nullable Price at(String model, String field, long atMs) {
    List<News> news = told.get(model + " " + field);
    BigDecimal only = listed.get(model + " " + field);
    if (news == null) {
      return only == null ? null : new Price(only, only);
    }
    BigDecimal accepted = null;
    long leapt = ALWAYS;
    int next = 0;
    for (; next < news.size() && news.get(next).atMs <= atMs; next++) {
      News one = news.get(next);
      BigDecimal before = accepted == null ? one.old : accepted;
      if (one.price == null) {
        accepted = null;
        leapt = ALWAYS;
      } else if (before == null || !leaps(before, one.price)) {
        accepted = one.price;
        leapt = ALWAYS;
      } else {
        accepted = before;
        leapt = leapt == ALWAYS ? one.atMs : leapt;
      }
    }
    if (accepted == null) {
      return null;
    }
    return new Price(accepted, leapt == ALWAYS ? accepted : turnedOut(accepted, news, next));
  }

  /** While a price waits, the next that is no leap says what was meant. */
  private static BigDecimal turnedOut(BigDecimal accepted, List<News> news, int from) {
    for (News one : news.subList(from, news.size())) {
      if (one.price == null) {
        return accepted;
      }
      if (!leaps(accepted, one.price)) {
        return one.price;
      }
    }
    return accepted;
  }

  private static boolean leaps(BigDecimal accepted, BigDecimal price) {
    return accepted.signum() > 0
        && (price.compareTo(accepted.multiply(FIVE)) >= 0
            || price.multiply(FIVE).compareTo(accepted) <= 0);
  }
}
