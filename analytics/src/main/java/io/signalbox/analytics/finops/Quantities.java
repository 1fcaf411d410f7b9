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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a usage counts, in the order of the meters. A usage has three or four of the many meters,
 * and there are millions of usages: so it has room for these alone.
 */
public final class Quantities extends AbstractMap<Meter, BigDecimal> {
  private static final int ROOM = 4;

  private Meter[] meters = new Meter[ROOM];
  private BigDecimal[] amounts = new BigDecimal[ROOM];
  private int size;

  /** Of nothing. */
  public Quantities() {}

  /** Sets the quantity of a meter; only who makes it may. */
  @Override
  public @Nullable BigDecimal put(Meter meter, BigDecimal amount) {
    int place = size;
    while (place > 0 && meters[place - 1].compareTo(meter) > 0) {
      place--;
    }
    if (place > 0 && meters[place - 1] == meter) {
      BigDecimal before = amounts[place - 1];
      amounts[place - 1] = amount;
      return before;
    }
    if (size == meters.length) {
      meters = Arrays.copyOf(meters, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    System.arraycopy(meters, place, meters, place + 1, size - place);
    System.arraycopy(amounts, place, amounts, place + 1, size - place);
    meters[place] = meter;
    amounts[place] = amount;
    size++;
    return null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable BigDecimal get(@Nullable Object meter) {
    for (int i = 0; i < size; i++) {
      if (meters[i] == meter) {
        return amounts[i];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object meter) {
    return get(meter) != null;
  }

  @Override
  public void forEach(BiConsumer<? super Meter, ? super BigDecimal> to) {
    for (int i = 0; i < size; i++) {
      to.accept(meters[i], amounts[i]);
    }
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
          return Map.entry(meters[next], amounts[next++]);
        }
      };
    }
  }
}
