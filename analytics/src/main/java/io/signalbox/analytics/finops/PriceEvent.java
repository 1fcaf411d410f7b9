// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that became known of the price of one field of one model.
 *
 * @param knownMs when, in epoch milliseconds
 * @param model whose price
 * @param field of the catalogue
 * @param before what the price was said to be until then, or null
 * @param price the new price, or null where it was taken away or is judged
 * @param judgement what a person said of a price that waits, or null
 */
public record PriceEvent(
    long knownMs,
    String model,
    String field,
    @Nullable BigDecimal before,
    @Nullable BigDecimal price,
    @Nullable Judgement judgement) {
  /**
   * What a person said of a price that waits.
   *
   * @param approved whether it is right
   * @param effectiveMs when the price became known, or null for whichever waits
   */
  public record Judgement(boolean approved, @Nullable Long effectiveMs) {}
}
