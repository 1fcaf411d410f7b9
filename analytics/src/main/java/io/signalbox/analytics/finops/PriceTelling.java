// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Comparator;

/**
 * Something that was told of a price, and its place among what was told. Prices come before
 * judgements of the same millisecond, others in the order they were written in; so the order of
 * arrival does not matter.
 *
 * @param sequence its place among what was written, from 0
 * @param event what was told
 */
public record PriceTelling(long sequence, PriceEvent event) {
  /** The order in which a price is followed. */
  public static final Comparator<PriceTelling> ORDER =
      Comparator.comparingLong((PriceTelling one) -> one.event.knownMs())
          .thenComparing(one -> one.event.judgement() != null)
          .thenComparingLong(PriceTelling::sequence);

  /**
   * Event time from which it counts for what is charged already, epoch milliseconds: time goes on
   * from where it is; before the first usage and after the last there is none.
   *
   * @param passedMs event time that has been passed, the least or greatest long where there is none
   */
  public long countsFromMs(long passedMs) {
    boolean none = passedMs == Long.MIN_VALUE || passedMs == Long.MAX_VALUE;
    return none ? event.knownMs() : passedMs + 1;
  }
}
