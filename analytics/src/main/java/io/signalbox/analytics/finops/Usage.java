// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One use of a model or a machine, in disjoint quantities.
 *
 * @param line where it stood in what was read, from 1; no part of what it says
 * @param id of the response, or null: then nothing can replace or repeat it
 * @param revision a higher one of the same id replaces a lower
 * @param atMs when, in epoch milliseconds; the time whose prices hold
 * @param owner for whom
 * @param provider who served it, or null
 * @param model the model that answered, or the resource that was held
 * @param tier how it was served
 * @param inputTokens all tokens read, cached or not: what thresholds of prices look at
 * @param quantities what is billed, above zero, in the order of the meters
 * @param reported what the provider says it cost, or null; it wins over prices
 * @param compute whether a machine was held rather than a model asked
 */
public record Usage(
    long line,
    @Nullable String id,
    long revision,
    long atMs,
    Owner owner,
    @Nullable String provider,
    String model,
    ServiceTier tier,
    long inputTokens,
    Map<Meter, BigDecimal> quantities,
    @Nullable Reported reported,
    boolean compute) {
  /**
   * What deliveries of one use have in common, or null where that cannot be told. Of a machine it
   * is all that is said: it cannot be held twice at once by the same.
   */
  public @Nullable String identity() {
    return id == null && compute ? content() : id;
  }

  /** All that it says, whoever delivered it: equal for repeated deliveries alone. */
  public String content() {
    return atMs
        + "|"
        + owner
        + "|"
        + provider
        + "|"
        + model
        + "|"
        + tier
        + "|"
        + quantities
        + "|"
        + reported;
  }
}
