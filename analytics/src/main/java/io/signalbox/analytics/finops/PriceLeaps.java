// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The leaps of one price, followed anew whenever something is told of it. What has changed when all
 * was told is the same in any order.
 */
public final class PriceLeaps {
  private final List<PriceTelling> told;

  /**
   * A leap, or that there is none after all.
   *
   * @param leap what became of it so far
   * @param ordinal 1, or more where several began in that millisecond
   * @param revision counts up with what is told of the price
   * @param withdrawn whether it was none, as an earlier price that came later says
   */
  public record Change(Quarantine leap, int ordinal, long revision, boolean withdrawn) {}

  /** What makes a leap of a price another one. */
  private record Name(long claimedMs, int ordinal) {
    static final Comparator<Name> ORDER =
        Comparator.comparingLong(Name::claimedMs).thenComparingInt(Name::ordinal);
  }

  /** Goes on from what was told of one price so far. */
  public PriceLeaps(Collection<PriceTelling> told) {
    this.told = new ArrayList<>(told);
    this.told.sort(PriceTelling.ORDER);
  }

  /** All that was told, in its order. */
  public List<PriceTelling> told() {
    return told;
  }

  /** Takes what is told, and says which leaps are not as before; none where it had been told. */
  public List<Change> take(PriceTelling telling) {
    if (told.contains(telling)) {
      return List.of();
    }
    SortedMap<Name, Quarantine> before = leaps();
    told.add(telling);
    told.sort(PriceTelling.ORDER);
    List<Change> changes = new ArrayList<>();
    leaps()
        .forEach(
            (name, leap) -> {
              Quarantine old = before.remove(name);
              if (!leap.equals(old)) {
                changes.add(new Change(leap, name.ordinal, told.size(), false));
              }
            });
    before.forEach((name, leap) -> changes.add(new Change(leap, name.ordinal, told.size(), true)));
    return changes;
  }

  private SortedMap<Name, Quarantine> leaps() {
    SortedMap<Name, Quarantine> leaps = new TreeMap<>(Name.ORDER);
    if (told.isEmpty()) {
      return leaps;
    }
    PriceFold fold = new PriceFold(told.get(0).event().field());
    told.forEach(one -> fold.add(one.event()));
    for (Quarantine leap : fold.series().quarantines()) {
      int ordinal = 1;
      while (leaps.putIfAbsent(new Name(leap.claimedMs(), ordinal), leap) != null) {
        ordinal++;
      }
    }
    return leaps;
  }
}
