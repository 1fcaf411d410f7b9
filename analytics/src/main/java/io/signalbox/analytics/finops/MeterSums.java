// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exact sums by meter. Most of what is counted are whole tokens, of three or four meters, and each
 * usage is added to several sums: so whole numbers are added as such, and nothing is made for them.
 */
public final class MeterSums {
  private static final int ROOM = 4;

  private Meter[] meters = new Meter[ROOM];
  private long[] whole = new long[ROOM];

  /** What is no whole number or too large for one, beside it; null where there was none. */
  private @Nullable BigDecimal[] rest = new BigDecimal[ROOM];

  private int size;

  /**
   * Adds amounts of meters, or takes them off.
   *
   * @param sign 1 or -1
   */
  public void add(Map<Meter, BigDecimal> amounts, int sign) {
    Quantities all = Quantities.of(amounts);
    for (int i = 0; i < all.size(); i++) {
      int place = place(all.meter(i));
      if (all.isWhole(i)) {
        addWhole(place, sign * all.whole(i));
      } else {
        addRest(place, sign > 0 ? all.amount(i) : all.amount(i).negate());
      }
    }
  }

  /** Adds an amount of a meter that is mostly no whole number, as money is. */
  public void add(Meter meter, BigDecimal amount) {
    addRest(place(meter), amount);
  }

  /** Adds all of another. */
  public void add(MeterSums other) {
    for (int i = 0; i < other.size; i++) {
      int place = place(other.meters[i]);
      addWhole(place, other.whole[i]);
      addRest(place, other.rest[i]);
    }
  }

  private void addWhole(int place, long amount) {
    long before = whole[place];
    long sum = before + amount;
    if (((before ^ sum) & (amount ^ sum)) < 0) { // more than a long holds
      addRest(place, BigDecimal.valueOf(before));
      sum = amount;
    }
    whole[place] = sum;
  }

  private void addRest(int place, @Nullable BigDecimal amount) {
    if (amount != null) {
      BigDecimal before = rest[place];
      rest[place] = before == null ? amount : before.add(amount);
    }
  }

  private int place(Meter meter) {
    for (int i = 0; i < size; i++) {
      if (meters[i] == meter) {
        return i;
      }
    }
    if (size == meters.length) {
      meters = Arrays.copyOf(meters, 2 * size);
      whole = Arrays.copyOf(whole, 2 * size);
      rest = Arrays.copyOf(rest, 2 * size);
    }
    meters[size] = meter;
    return size++;
  }

  /** The sum of a meter; zero where nothing was added. */
  public BigDecimal of(Meter meter) {
    for (int i = 0; i < size; i++) {
      if (meters[i] == meter) {
        return sum(i);
      }
    }
    return BigDecimal.ZERO;
  }

  /** All sums of meters that anything was added to, in the order of the meters; a copy. */
  public Map<Meter, BigDecimal> all() {
    Quantities all = new Quantities();
    for (int i = 0; i < size; i++) {
      all.put(meters[i], sum(i));
    }
    return all;
  }

  private BigDecimal sum(int place) {
    BigDecimal sum = BigDecimal.valueOf(whole[place]);
    BigDecimal beside = rest[place];
    return beside == null ? sum : sum.add(beside);
  }
}
