// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of charges by tenant, model and day; exact, so that no order of adding shows. */
public final class Totals {
  private static final long MS_A_DAY = 86_400_000L;

  private final TreeMap<Key, CostSum> sums = new TreeMap<>(Key.ORDER);

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

  /** Adds a charge. */
  public void add(Charge charge) {
    Usage usage = charge.usage();
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(usage.atMs(), MS_A_DAY));
    sums.computeIfAbsent(new Key(usage.owner().payer(), usage.model(), day), key -> new CostSum())
        .add(Posting.of(charge));
  }

  /** Adds what was summed elsewhere. */
  public void add(Key key, CostSum sum) {
    sums.computeIfAbsent(key, missing -> new CostSum()).add(sum);
  }

  /** All sums, in the order of their keys. */
  public SortedMap<Key, CostSum> sums() {
    return sums;
  }
}
