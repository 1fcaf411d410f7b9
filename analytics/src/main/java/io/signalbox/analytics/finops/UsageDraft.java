// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A usage as it was told, key by key, before anything of it is believed. */
public final class UsageDraft {
  /** Where a key has its place that says nothing of a usage. */
  public static final int NOWHERE = -1;

  private static final List<Meter> METERS =
      Arrays.stream(Meter.values()).filter(meter -> meter.key() != null).toList();

  /** All keys by their place: texts, numbers, the flag, and more numbers. */
  private static final List<String> KEYS =
      Stream.concat(
              Arrays.stream(UsageKey.values()).map(UsageKey::text),
              METERS.stream().map(meter -> "" + meter.key()))
          .toList();

  private static final Map<String, Integer> PLACES =
      KEYS.stream().collect(Collectors.toUnmodifiableMap(key -> key, KEYS::indexOf));
  private static final int FIRST_NUMBER = UsageKey.INPUT.ordinal();
  private static final int FLAG = UsageKey.EXCLUDES_CACHE.ordinal();
  private static final int FIRST_METER = FLAG + 1;
  private static final int COST = UsageKey.COST.ordinal();

  private static final List<Meter> NONE = List.of();
  private static final long MOST_TOKENS = 1_000_000_000L;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private final String[] texts = new String[FIRST_NUMBER];
  private final long[] whole = new long[KEYS.size()];

  /** A number that was told as a text, in place of a whole one; null where it was not. */
  private final @Nullable BigDecimal[] decimals = new @Nullable BigDecimal[KEYS.size()];

  private boolean excludesCache;

  /** A bit for each place at which something was said, were it null. */
  private long said;

  /** A bit for each place that has a value. */
  private long told;

  /** Forgets what was told. */
  public UsageDraft clear() {
    excludesCache = false;
    said = 0;
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
    return isNumber(place(key));
  }

  private static boolean isNumber(int place) {
    return place >= FIRST_NUMBER && place != FLAG;
  }

  /** Whether a key may be passed over: no count that we do not know of. */
  public static boolean harmless(String key) {
    return !key.startsWith("gen_ai.usage.") && !key.startsWith("usage.");
  }

  /** Whether something was said at a place, were it null; and that something is now. */
  public boolean again(int place) {
    boolean before = (said & (1L << place)) != 0;
    said |= 1L << place;
    return before;
  }

  /** Takes a text at the place of its key; numbers that are written as texts are none. */
  public void text(int place, String value) throws Refusal {
    if (place < FIRST_NUMBER) {
      texts[place] = value;
      told |= 1L << place;
    } else if (place == COST) {
      decimal(place, value); // money may be a decimal string
    } else {
      throw new Refusal(KEYS.get(place) + " is no " + kind(place) + ": \"" + value + "\"");
    }
  }

  /** Takes a number, as it is written. */
  public void number(int place, String value) throws Refusal {
    if (isNumber(place)) {
      decimal(place, value);
    } else if (place < FIRST_NUMBER) {
      text(place, value); // a tenant may be called 7
    } else {
      throw new Refusal(KEYS.get(place) + " is no " + kind(place) + ": " + value);
    }
  }

  /** Takes a whole number. */
  public void number(int place, long value) throws Refusal {
    if (isNumber(place)) {
      whole[place] = value;
      decimals[place] = null;
      told |= 1L << place;
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
  @Nullable String text(UsageKey key) {
    if (!has(key.ordinal())) {
      return null;
    }
    String text = texts[key.ordinal()];
    return text.isBlank() ? null : text;
  }

  /** The id of the response, or null. */
  public @Nullable String id() {
    return text(UsageKey.ID);
  }

  boolean excludesCache() {
    return excludesCache;
  }

  boolean has(UsageKey key) {
    return has(key.ordinal());
  }

  private boolean has(int place) {
    return (told & (1L << place)) != 0;
  }

  private BigDecimal number(int place) {
    BigDecimal decimal = decimals[place];
    return decimal == null ? BigDecimal.valueOf(whole[place]) : decimal;
  }

  /** The meters that something is said of beside the parts of token counts, in their order. */
  List<Meter> meters() {
    if (told >>> FIRST_METER == 0) {
      return NONE;
    }
    List<Meter> found = new ArrayList<>();
    for (Meter meter : METERS) {
      if (has(place("" + meter.key()))) {
        found.add(meter);
      }
    }
    return found;
  }

  /** A whole number of tokens; none where nothing is said. */
  long tokens(UsageKey key) throws Refusal {
    return whole(key.ordinal(), 0, MOST_TOKENS);
  }

  /** The same, told of a meter. */
  long tokens(Meter meter) throws Refusal {
    return whole(place("" + meter.key()), 0, MOST_TOKENS);
  }

  /** How many calls it sums, 0 where nobody counted them; one where nothing is said. */
  long calls() throws Refusal {
    return whole(UsageKey.CALLS.ordinal(), 1, MOST_TOKENS);
  }

  long revision() throws Refusal {
    return whole(UsageKey.REVISION.ordinal(), 1, Integer.MAX_VALUE);
  }

  /** A quantity of zero or more, or null where nothing is said. */
  @Nullable BigDecimal quantity(UsageKey key) throws Refusal {
    return quantity(key.ordinal());
  }

  /** The same, told of a meter. */
  @Nullable BigDecimal quantity(Meter meter) throws Refusal {
    return quantity(place("" + meter.key()));
  }

  private @Nullable BigDecimal quantity(int place) throws Refusal {
    if (!has(place)) {
      return null;
    }
    BigDecimal value = number(place);
    String key = KEYS.get(place);
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

  private long whole(int place, long otherwise, long most) throws Refusal {
    if (!has(place)) {
      return otherwise;
    }
    if (decimals[place] == null && whole[place] >= 0 && whole[place] <= most) {
      return whole[place];
    }
    BigDecimal value = number(place);
    String key = KEYS.get(place);
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

  private void decimal(int place, String value) throws Refusal {
    try {
      if (value.length() <= 400) {
        decimals[place] = new BigDecimal(value);
        told |= 1L << place;
        return;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    String start = value.substring(0, Math.min(40, value.length()));
    throw new Refusal(KEYS.get(place) + " is no number: " + start);
  }

  private static String kind(int place) {
    return place < FIRST_NUMBER ? "text" : place == FLAG ? "flag" : "number";
  }
}
