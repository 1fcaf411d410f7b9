// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a revision of a usage adds to the charge whose place it takes, meter by meter. */
public final class ChargeDelta {
  private ChargeDelta() {}

  /**
   * A charge of the differences: one part where a meter has the same prices in both, else the old
   * one taken back and the new one. Null where they differ in more than in what was counted, or
   * were reported in other currencies: such a difference is no charge of anybody.
   */
  public static @Nullable Charge of(Charge before, Charge now) {
    if (!alike(before, now)) {
      return null;
    }
    List<Charge.Part> parts = new ArrayList<>();
    for (Charge.Part part : now.parts()) {
      Charge.Part old = find(before, part.meter());
      if (old == null) {
        parts.add(part);
      } else if (!samePrices(old, part)) {
        parts.add(negated(old));
        parts.add(part);
      } else if (old.quantity().compareTo(part.quantity()) != 0) {
        parts.add(of(part, part.quantity().subtract(old.quantity())));
      }
    }
    for (Charge.Part old : before.parts()) {
      if (find(now, old.meter()) == null) {
        parts.add(negated(old));
      }
    }
    return new Charge(
        now.usage(), now.provider(), parts, now.difference().subtract(before.difference()));
  }

  private static boolean alike(Charge before, Charge now) {
    Usage old = before.usage();
    Usage usage = now.usage();
    return old.atMs() == usage.atMs()
        && old.owner().equals(usage.owner())
        && old.model().equals(usage.model())
        && old.tier() == usage.tier()
        && old.compute() == usage.compute()
        && before.provider().equals(now.provider())
        && !foreign(old)
        && !foreign(usage);
  }

  private static boolean foreign(Usage usage) {
    return usage.reported() != null && usage.reported().foreign();
  }

  private static Charge.@Nullable Part find(Charge charge, Meter meter) {
    for (Charge.Part part : charge.parts()) {
      if (part.meter() == meter) {
        return part;
      }
    }
    return null;
  }

  private static boolean samePrices(Charge.Part one, Charge.Part other) {
    return one.field().equals(other.field())
        && one.known().compareTo(other.known()) == 0
        && one.corrected().compareTo(other.corrected()) == 0
        && Objects.equals(one.correctedMs(), other.correctedMs());
  }

  private static Charge.Part negated(Charge.Part part) {
    return of(part, part.quantity().negate());
  }

  private static Charge.Part of(Charge.Part part, BigDecimal quantity) {
    return new Charge.Part(
        part.meter(),
        quantity,
        part.field(),
        part.known(),
        part.corrected(),
        part.listed(),
        part.correctedMs());
  }
}
