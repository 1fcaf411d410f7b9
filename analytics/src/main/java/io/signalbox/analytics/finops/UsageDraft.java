// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A usage as it was told, key by key, before anything of it is believed. */
public final class UsageDraft {
  static final String INPUT = "gen_ai.usage.input_tokens";
  static final String CACHE_READ = "gen_ai.usage.cache_read.input_tokens";
  static final String CACHE_WRITE = "gen_ai.usage.cache_creation.input_tokens";
  static final String CACHE_WRITE_1H = "usage.cache_creation_1h.input_tokens";
  static final String AUDIO = "gen_ai.usage.audio.input_tokens";
  static final String IMAGE = "gen_ai.usage.image.input_tokens";
  static final String OUTPUT = "gen_ai.usage.output_tokens";
  static final String REASONING = "gen_ai.usage.reasoning.output_tokens";
  static final String EXCLUDES_CACHE = "usage.input_excludes_cache";
  static final String ID = "gen_ai.response.id";

  static final Map<String, Meter> METERS =
      Arrays.stream(Meter.values())
          .filter(meter -> meter.key() != null)
          .collect(Collectors.toUnmodifiableMap(meter -> "" + meter.key(), Function.identity()));

  private static final Set<String> TEXTS =
      Set.of(
          "timestamp",
          "tenant",
          "team",
          "feature",
          "agent",
          "region",
          "data_class",
          "gen_ai.operation.name",
          "gen_ai.provider.name",
          "gen_ai.request.model",
          "gen_ai.response.model",
          ID,
          "service_tier",
          "cost_currency",
          "resource",
          "unit");
  private static final Set<String> NUMBERS =
      Set.of(
          INPUT,
          CACHE_READ,
          CACHE_WRITE,
          CACHE_WRITE_1H,
          AUDIO,
          IMAGE,
          OUTPUT,
          REASONING,
          "revision",
          "cost",
          "quantity",
          "seconds");
  private static final long MOST_TOKENS = 1_000_000_000L;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, BigDecimal> numbers = new HashMap<>();
  private boolean excludesCache;

  /** Whether a key says something of a usage. */
  public static boolean known(String key) {
    return TEXTS.contains(key)
        || NUMBERS.contains(key)
        || METERS.containsKey(key)
        || key.equals(EXCLUDES_CACHE);
  }

  /** Whether a key may be passed over: no count that we do not know of. */
  public static boolean harmless(String key) {
    return !key.startsWith("gen_ai.usage.") && !key.startsWith("usage.");
  }

  /** Takes a text; numbers that are written as texts are none. */
  public void text(String key, String value) throws Refusal {
    if (TEXTS.contains(key)) {
      texts.put(key, value);
    } else if (key.equals("cost")) {
      numbers.put(key, decimal(key, value)); // money may be a decimal string
    } else {
      throw new Refusal(key + " is no " + kind(key) + ": \"" + value + "\"");
    }
  }

  /** Takes a number, as it is written. */
  public void number(String key, String value) throws Refusal {
    if (NUMBERS.contains(key) || METERS.containsKey(key)) {
      numbers.put(key, decimal(key, value));
    } else if (TEXTS.contains(key)) {
      texts.put(key, value); // a tenant may be called 7
    } else {
      throw new Refusal(key + " is no " + kind(key) + ": " + value);
    }
  }

  /** Takes a yes or no. */
  public void flag(String key, boolean value) throws Refusal {
    if (!key.equals(EXCLUDES_CACHE)) {
      throw new Refusal(key + " is no " + kind(key) + ": " + value);
    }
    excludesCache = value;
  }

  /** The text of a key, or null. */
  public @Nullable String text(String key) {
    String text = texts.get(key);
    return text == null || text.isBlank() ? null : text;
  }

  /** The id of the response, or null. */
  public @Nullable String id() {
    return text(ID);
  }

  boolean excludesCache() {
    return excludesCache;
  }

  boolean has(String key) {
    return numbers.containsKey(key);
  }

  /** A whole number of tokens; none where nothing is said. */
  long tokens(String key) throws Refusal {
    BigDecimal value = numbers.get(key);
    return value == null ? 0 : whole(key, value, MOST_TOKENS);
  }

  long revision() throws Refusal {
    BigDecimal value = numbers.get("revision");
    return value == null ? 1 : whole("revision", value, Integer.MAX_VALUE);
  }

  /** A quantity of zero or more, or null where nothing is said. */
  @Nullable BigDecimal quantity(String key) throws Refusal {
    BigDecimal value = numbers.get(key);
    if (value == null) {
      return null;
    }
    if (value.signum() < 0) {
      throw new Refusal(key + " is negative: " + value);
    }
    if (value.compareTo(MOST) > 0) {
      throw new Refusal(key + " is too large: " + value);
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (plain.scale() > PriceText.MOST_DECIMALS) {
      throw new Refusal(key + " has more than " + PriceText.MOST_DECIMALS + " decimals: " + value);
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static long whole(String key, BigDecimal value, long most) throws Refusal {
    if (value.signum() < 0) {
      throw new Refusal(key + " is negative: " + value);
    }
    if (value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new Refusal(key + " is too large: " + value);
    }
    try {
      return value.longValueExact();
    } catch (ArithmeticException fraction) {
      throw new Refusal(key + " is no whole number: " + value);
    }
  }

  private static BigDecimal decimal(String key, String value) throws Refusal {
    try {
      if (value.length() <= 400) {
        return new BigDecimal(value);
      }
    } catch (NumberFormatException none) {
      // said below
    }
    throw new Refusal(key + " is no number: " + value.substring(0, Math.min(40, value.length())));
  }

  private static String kind(String key) {
    return TEXTS.contains(key) ? "text" : key.equals(EXCLUDES_CACHE) ? "flag" : "number";
  }
}
