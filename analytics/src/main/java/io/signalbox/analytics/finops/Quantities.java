// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a usage counts, in the order of the meters. A usage has three or four of the many meters,
 * and there are millions of usages: so it has room for these alone, and whole numbers, which most
 * are, are kept as such.
 */
public final class Quantities extends AbstractMap<Meter, BigDecimal> {
  private static final int ROOM = 4;
  private static final int FITS_LONG = 18;

  private Meter[] meters = new Meter[ROOM];
  private long[] whole = new long[ROOM];

  /** What is no whole number or too large for one, in its place; null where all are. */
  private @Nullable BigDecimal @Nullable [] others;

  private int size;

  /** Of nothing. */
  public Quantities() {}

  /** What a map holds, which may be one of these. */
  public static Quantities of(Map<Meter, BigDecimal> amounts) {
    if (amounts instanceof Quantities quantities) {
      return quantities;
    }
    Quantities quantities = new Quantities();
    amounts.forEach(quantities::put);
    return quantities;
  }

  /** Sets the quantity of a meter; only who makes it may. */
  @Override
  public @Nullable BigDecimal put(Meter meter, BigDecimal amount) {
    if (amount.scale() == 0 && amount.precision() <= FITS_LONG) {
      return put(meter, amount.longValue(), null);
    }
    return put(meter, 0, amount);
  }

  /**
   * The same of a whole number.
   *
   * @param amount of at most 18 digits
   */
  public void put(Meter meter, long amount) {
    put(meter, amount, null);
  }

  private @Nullable BigDecimal put(Meter meter, long amount, @Nullable BigDecimal other) {
    int place = size;
    while (place > 0 && meters[place - 1].compareTo(meter) > 0) {
      place--;
    }
    boolean known = place > 0 && meters[place - 1] == meter;
    BigDecimal before = known ? amount(--place) : null;
    if (!known) {
      insert(place);
    }
    meters[place] = meter;
    whole[place] = amount;
    if (other != null && others == null) {
      others = new @Nullable BigDecimal[meters.length];
    }
    if (others != null) {
      others[place] = other;
    }
    return before;
  }

  private void insert(int place) {
    if (size == meters.length) {
      meters = Arrays.copyOf(meters, 2 * size);
      whole = Arrays.copyOf(whole, 2 * size);
      others = others == null ? null : Arrays.copyOf(others, 2 * size);
    }
    System.arraycopy(meters, place, meters, place + 1, size - place);
    System.arraycopy(whole, place, whole, place + 1, size - place);
    if (others != null) {
      System.arraycopy(others, place, others, place + 1, size - place);
    }
    size++;
  }

  /** The meter at a place, from 0 on. */
  public Meter meter(int place) {
    return meters[place];
  }

  /** Whether the quantity at a place is a whole number of at most 18 digits. */
  public boolean isWhole(int place) {
    return others == null || others[place] == null;
  }

  /** The quantity at a place, where it is a whole number. */
  public long whole(int place) {
    return whole[place];
  }

  /** The quantity at a place. */
  public BigDecimal amount(int place) {
    BigDecimal other = others == null ? null : others[place];
    return other == null ? BigDecimal.valueOf(whole[place]) : other;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable BigDecimal get(@Nullable Object meter) {
    int place = place(meter);
    return place < 0 ? null : amount(place);
  }

  @Override
  public boolean containsKey(@Nullable Object meter) {
    return place(meter) >= 0;
  }

  private int place(@Nullable Object meter) {
    for (int i = 0; i < size; i++) {
      if (meters[i] == meter) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Set<Map.Entry<Meter, BigDecimal>> entrySet() {
    return new Entries();
  }

  private final class Entries extends AbstractSet<Map.Entry<Meter, BigDecimal>> {
    @Override
    public int size() {
      return size;
    }

    @Override
    public Iterator<Map.Entry<Meter, BigDecimal>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < size;
        }

        @Override
        public Map.Entry<Meter, BigDecimal> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return Map.entry(meters[next], amount(next++));
        }
      };
    }
  }
}
