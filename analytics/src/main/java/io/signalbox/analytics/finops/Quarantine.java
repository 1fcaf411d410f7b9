// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price that leapt, and what became of it.
 *
 * @param model whose price
 * @param field of the catalogue
 * @param accepted the price that was used meanwhile
 * @param claimed the price that waited
 * @param claimedMs when it appeared, in epoch milliseconds
 * @param fromMs since when there is doubt: earlier, where another leap waited before
 * @param endedMs when the waiting ended, or null while it lasts
 * @param truth what turned out to hold from {@code fromMs} on, or null if nothing else did
 * @param outcome {@code waiting}, {@code approved}, {@code rejected}, {@code replaced}, {@code
 *     removed}, or {@code superseded} by another leap
 */
public record Quarantine(
    String model,
    String field,
    BigDecimal accepted,
    BigDecimal claimed,
    long claimedMs,
    long fromMs,
    @Nullable Long endedMs,
    @Nullable BigDecimal truth,
    String outcome) {
  private static final BigDecimal LEAP = BigDecimal.valueOf(5);

  /**
   * Whether a price changes by five times or more, either way. From zero there is no ratio: a price
   * where none was is news, not a leap; and to keep it waiting would charge nothing.
   */
  public static boolean leaps(BigDecimal accepted, BigDecimal next) {
    return accepted.signum() > 0
        && (next.compareTo(accepted.multiply(LEAP)) >= 0
            || next.multiply(LEAP).compareTo(accepted) <= 0);
  }

  Quarantine ended(long atMs, @Nullable BigDecimal truth, String outcome) {
    long from = outcome.equals("approved") ? claimedMs : fromMs;
    return new Quarantine(model, field, accepted, claimed, claimedMs, from, atMs, truth, outcome);
  }

  /** Whether a charge of that time is to be corrected by what turned out. */
  boolean corrects(long atMs) {
    return truth != null && endedMs != null && atMs >= fromMs && atMs < endedMs;
  }
}
