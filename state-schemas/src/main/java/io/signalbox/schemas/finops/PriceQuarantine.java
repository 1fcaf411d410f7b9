// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.PriceLeaps;
import io.signalbox.analytics.finops.Quarantine;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that changed by five times or more, and what became of it by now; the last record of a
 * model, field, time and ordinal holds.
 *
 * @param model whose price
 * @param field of the catalogue
 * @param accepted the price that is used meanwhile, in USD a unit, an exact decimal as all here
 * @param claimed the price that waits
 * @param claimedAt since when it is claimed
 * @param ordinal 1, or more where several began at that moment
 * @param fromAt since when there is doubt: earlier, where another leap waited before
 * @param outcome waiting, approved, rejected, replaced by a later price, removed, superseded by
 *     another leap, or withdrawn: there was none, as an earlier price says that came later
 * @param endedAt until when it waited, null while it does
 * @param truth what turned out to hold from then on, null if nothing else did
 * @param revision counts up with what is told of the price
 */
public record PriceQuarantine(
    String model,
    String field,
    String accepted,
    String claimed,
    Instant claimedAt,
    long ordinal,
    Instant fromAt,
    String outcome,
    @Nullable Instant endedAt,
    @Nullable String truth,
    long revision) {
  private static final String WITHDRAWN = "withdrawn";

  /** What is told of a leap that is not as before. */
  public static PriceQuarantine of(PriceLeaps.Change change) {
    Quarantine leap = change.leap();
    Long endedMs = leap.endedMs();
    BigDecimal truth = leap.truth();
    return new PriceQuarantine(
        leap.model(),
        leap.field(),
        TotalsJson.money(leap.accepted()),
        TotalsJson.money(leap.claimed()),
        Instant.ofEpochMilli(leap.claimedMs()),
        change.ordinal(),
        Instant.ofEpochMilli(leap.fromMs()),
        change.withdrawn() ? WITHDRAWN : leap.outcome(),
        endedMs == null ? null : Instant.ofEpochMilli(endedMs),
        truth == null ? null : TotalsJson.money(truth),
        change.revision());
  }

  /** Whether there was such a leap, as far as is known. */
  public boolean holds() {
    return !outcome.equals(WITHDRAWN);
  }

  /** Event time of the state that it tells: when it ended, or began. */
  public Instant since() {
    return endedAt == null ? claimedAt : endedAt;
  }
}
