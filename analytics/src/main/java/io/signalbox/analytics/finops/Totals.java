// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of charges by tenant, model and day; exact, so that no order of adding shows. */
public final class Totals {
  private static final long MS_A_DAY = 86_400_000L;

  private final TreeMap<Key, Sum> sums = new TreeMap<>(Key.ORDER);

  /**
   * Of what it is a sum.
   *
   * @param tenant who pays
   * @param model what was used
   * @param day of the usage, in UTC
   */
  public record Key(String tenant, String model, LocalDate day) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::tenant).thenComparing(Key::model).thenComparing(Key::day);
  }

  /** What one key cost and used. */
  public static final class Sum {
    private BigDecimal asKnown = BigDecimal.ZERO;
    private BigDecimal correction = BigDecimal.ZERO;
    private long requests;
    private final Map<Meter, BigDecimal> quantities = new EnumMap<>(Meter.class);

    /** By the prices accepted at the time, in USD. */
    public BigDecimal asKnown() {
      return asKnown;
    }

    /** By the prices as they turned out, in USD. */
    public BigDecimal asCorrected() {
      return asKnown.add(correction);
    }

    /** Calls of models. */
    public long requests() {
      return requests;
    }

    /** How much of a meter. */
    public BigDecimal quantity(Meter meter) {
      return quantities.getOrDefault(meter, BigDecimal.ZERO);
    }

    private void add(Charge charge) {
      asKnown = asKnown.add(charge.asKnown());
      correction = correction.add(charge.correction());
      requests += charge.usage().compute() ? 0 : 1;
      charge
          .usage()
          .quantities()
          .forEach((meter, n) -> quantities.merge(meter, n, BigDecimal::add));
    }
  }

  /** Adds a charge. */
  public void add(Charge charge) {
    Usage usage = charge.usage();
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(usage.atMs(), MS_A_DAY));
    sums.computeIfAbsent(new Key(usage.owner().payer(), usage.model(), day), key -> new Sum())
        .add(charge);
  }

  /** All sums, in the order of their keys. */
  public SortedMap<Key, Sum> sums() {
    return sums;
  }
}
