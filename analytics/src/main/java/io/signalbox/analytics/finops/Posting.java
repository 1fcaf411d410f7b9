// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A charge that is written into the ledgers, or taken back. All postings of a usage sum to what it
 * costs, whatever came in which order.
 *
 * @param toldMs event time at which it was told, epoch milliseconds
 * @param charge what is written or taken back
 * @param known 1 to write what was known at the time of use, -1 to take it back, 0 for neither
 * @param corrected the same for what turned out, and for what is in doubt
 * @param other of a revision, the charge that takes its place, or whose place it takes; else null
 */
public record Posting(
    long toldMs, Charge charge, int known, int corrected, @Nullable Charge other) {
  /** One that is told by itself. */
  public Posting(long toldMs, Charge charge, int known, int corrected) {
    this(toldMs, charge, known, corrected, null);
  }

  /** All of a charge that is told when it was used. */
  public static Posting of(Charge charge) {
    return new Posting(charge.usage().atMs(), charge, 1, 1);
  }

  /** What it adds to the ledger of what was known, in USD. */
  public BigDecimal asKnown() {
    return known == 0 ? BigDecimal.ZERO : times(known, charge.asKnown());
  }

  /** What it adds beyond that to the ledger of what turned out, in USD. */
  public BigDecimal correction() {
    return corrected == 0 ? BigDecimal.ZERO : times(corrected, charge.correction());
  }

  /** How much more it would be had the prices been right that waited, in USD. */
  public BigDecimal inDoubt() {
    return corrected == 0 ? BigDecimal.ZERO : times(corrected, charge.doubt());
  }

  private static BigDecimal times(int sign, BigDecimal amount) {
    return sign > 0 ? amount : amount.negate();
  }
}
