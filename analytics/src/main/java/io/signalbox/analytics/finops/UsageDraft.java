// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private static final List<String> TEXTS =
      List.of(
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
  private static final List<String> NUMBERS =
      List.of(
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

  /** Where a key has its place that says nothing of a usage. */
  public static final int NOWHERE = -1;

  private static final List<String> KEYS =
      Stream.of(TEXTS, NUMBERS, List.copyOf(METERS.keySet()), List.of(EXCLUDES_CACHE))
          .flatMap(List::stream)
          .toList();
  private static final Map<String, Integer> PLACES =
      KEYS.stream().collect(Collectors.toUnmodifiableMap(key -> key, KEYS::indexOf));
  private static final int FLAG = KEYS.size() - 1;

  private static final List<Meter> NONE = List.of();
  private static final int SAFE_DIGITS = 18; // fit a long
  private static final long MOST_TOKENS = 1_000_000_000L;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private final @Nullable String[] texts = new @Nullable String[TEXTS.size()];
  private final @Nullable BigDecimal[] numbers =
      new @Nullable BigDecimal[KEYS.size() - TEXTS.size()];
  private boolean excludesCache;
  private long told;

  /** Forgets what was told. */
  public UsageDraft clear() {
    Arrays.fill(texts, null);
    Arrays.fill(numbers, null);
    excludesCache = false;
    told = 0;
    return this;
  }

  /** The place of a key, or {@link #NOWHERE}. */
  public static int place(String key) {
    Integer place = PLACES.get(key);
    return place == null ? NOWHERE : place;
  }

  /** Whether what a key says is a number. */
  static boolean counts(String key) {
    int place = place(key);
    return place >= TEXTS.size() && place < FLAG;
  }

  /** Whether a key may be passed over: no count that we do not know of. */
  public static boolean harmless(String key) {
    return !key.startsWith("gen_ai.usage.") && !key.startsWith("usage.");
  }

  /** Whether something was said at a place, were it null; and that something is now. */
  public boolean again(int place) {
    boolean before = (told & (1L << place)) != 0;
    told |= 1L << place;
    return before;
  }

  /** Takes a text at the place of its key; numbers that are written as texts are none. */
  public void text(int place, String value) throws Refusal {
    if (place < TEXTS.size()) {
      texts[place] = value;
    } else if (KEYS.get(place).equals("cost")) {
      numbers[place - TEXTS.size()] = decimal("cost", value); // money may be a decimal string
    } else {
      throw new Refusal(KEYS.get(place) + " is no " + kind(place) + ": \"" + value + "\"");
    }
  }

  /** Takes a number, as it is written. */
  public void number(int place, String value) throws Refusal {
    if (place >= TEXTS.size() && place < FLAG) {
      numbers[place - TEXTS.size()] = decimal(KEYS.get(place), value);
    } else if (place < TEXTS.size()) {
      texts[place] = value; // a tenant may be called 7
    } else {
      throw new Refusal(KEYS.get(place) + " is no " + kind(place) + ": " + value);
    }
  }

  /** Takes a whole number. */
  public void number(int place, long value) throws Refusal {
    if (place >= TEXTS.size() && place < FLAG) {
      numbers[place - TEXTS.size()] = BigDecimal.valueOf(value);
    } else {
      number(place, Long.toString(value));
    }
  }

  /** Takes a yes or no. */
  public void flag(int place, boolean value) throws Refusal {
    if (place != FLAG) {
      throw new Refusal(KEYS.get(place) + " is no " + kind(place) + ": " + value);
    }
    excludesCache = value;
  }

  /** The text of a key, or null. */
  public @Nullable String text(String key) {
    String text = texts[place(key)];
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
    return told(key) != null;
  }

  private @Nullable BigDecimal told(String key) {
    return numbers[place(key) - TEXTS.size()];
  }

  /** The meters that something is said of beside the parts of token counts, in no order. */
  List<Meter> meters() {
    List<Meter> found = NONE;
    for (int i = NUMBERS.size(); i < numbers.length - 1; i++) {
      if (numbers[i] != null) {
        found = found == NONE ? new ArrayList<>(4) : found;
        found.add(METERS.get(KEYS.get(TEXTS.size() + i)));
      }
    }
    return found;
  }

  /** A whole number of tokens; none where nothing is said. */
  long tokens(String key) throws Refusal {
    BigDecimal value = told(key);
    return value == null ? 0 : whole(key, value, MOST_TOKENS);
  }

  long revision() throws Refusal {
    BigDecimal value = told("revision");
    return value == null ? 1 : whole("revision", value, Integer.MAX_VALUE);
  }

  /** A quantity of zero or more, or null where nothing is said. */
  @Nullable BigDecimal quantity(String key) throws Refusal {
    BigDecimal value = told(key);
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
    long plain = value.scale() == 0 && value.precision() <= SAFE_DIGITS ? value.longValue() : -1;
    if (plain >= 0 && plain <= most) {
      return plain;
    }
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

  private static String kind(int place) {
    return place < TEXTS.size() ? "text" : place == FLAG ? "flag" : "number";
  }
}
