// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.finops.TextLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An independent batch over usages of models with text, caches, images and thoughts: whatever came,
 * the last revision of each response, priced by {@link SlowPrices}.
 */
final class SlowLedger {
  private static final long[] THRESHOLDS = {512, 272, 256, 200, 128};
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SlowPrices prices;
  private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

  private SlowLedger(SlowPrices prices) {
    this.prices = prices;
  }

  /** Costs by ledger, tenant, model and day. */
  static SortedMap<String, BigDecimal> of(CostInputs inputs) throws IOException {
    SlowLedger ledger = new SlowLedger(new SlowPrices(inputs.prices(), inputs.history()));
    Map<String, JsonNode> latest = new HashMap<>();
    try (BufferedReader in = TextLines.open(inputs.usage())) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode usage = JSON.readTree(line);
        latest.merge(
            usage.path("gen_ai.response.id").asText(),
            usage,
            (old, next) -> revision(next) > revision(old) ? next : old);
      }
    }
    latest.values().forEach(ledger::charge);
    return ledger.sums;
  }

  /** The same of a file of totals. */
  static SortedMap<String, BigDecimal> read(Path totals) throws IOException {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (JsonNode one : JSON.readTree(totals.toFile())) {
      String tenant = one.path("tenant").asText();
      String day = one.path("day").asText();
      String key = one.path("ledger").asText() + key(tenant, one.path("model").asText(), day);
      sums.put(key, new BigDecimal(one.path("cost").asText()).stripTrailingZeros());
    }
    return sums;
  }

  private static String key(String tenant, String model, String day) {
    return " " + tenant + " " + model + " " + day;
  }

  private static int revision(JsonNode usage) {
    return usage.path("revision").asInt(1);
  }

  private void charge(JsonNode usage) {
    String model = usage.path("gen_ai.request.model").asText();
    Instant at = Instant.parse(usage.path("timestamp").asText());
    long input = count(usage, "input_tokens");
    long cached = count(usage, "cache_read.input_tokens");
    long image = count(usage, "image.input_tokens");
    long thought = count(usage, "reasoning.output_tokens");
    Map<String, Long> used = new LinkedHashMap<>();
    used.put("input_cost_per_token", input - cached - image);
    used.put("cache_read_input_token_cost", cached);
    used.put("input_cost_per_image_token", image);
    used.put("output_cost_per_token", count(usage, "output_tokens") - thought);
    used.put("output_cost_per_reasoning_token", thought);
    used.put("input_cost_per_request", prices.has(model, "input_cost_per_request") ? 1L : 0L);
    BigDecimal known = BigDecimal.ZERO;
    BigDecimal corrected = BigDecimal.ZERO;
    for (Map.Entry<String, Long> one : used.entrySet()) {
      if (one.getValue() > 0) {
        SlowPrices.Price price = price(model, one.getKey(), input, at.toEpochMilli());
        if (price == null) {
          return; // refused
        }
        BigDecimal n = BigDecimal.valueOf(one.getValue());
        known = known.add(n.multiply(price.known()));
        corrected = corrected.add(n.multiply(price.corrected()));
      }
    }
    String key = key(usage.path("tenant").asText(), model, at.toString().substring(0, 10));
    add("as_known" + key, known);
    add("as_corrected" + key, corrected);
  }

  private void add(String key, BigDecimal cost) {
    sums.merge(key, cost.stripTrailingZeros(), (sum, more) -> sum.add(more).stripTrailingZeros());
  }

  private static long count(JsonNode usage, String what) {
    return usage.path("gen_ai.usage." + what).asLong();
  }

  private SlowPrices.@Nullable Price price(String model, String field, long input, long atMs) {
    for (long threshold : THRESHOLDS) {
      if (input > threshold * 1000) {
        SlowPrices.Price above = prices.at(model, field + "_above_" + threshold + "k_tokens", atMs);
        if (above != null) {
          return above;
        }
      }
    }
    SlowPrices.Price own = prices.at(model, field, atMs);
    boolean thought = field.contains("reasoning");
    if (own != null || (prices.later(model, field, atMs) && !thought)) {
      return own;
    }
    String other =
        thought
            ? "output_cost_per_token"
            : field.startsWith("output") ? field : "input_cost_per_token";
    return other.equals(field) ? null : price(model, other, input, atMs);
  }
}
