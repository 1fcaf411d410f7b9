// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;

/**
 * What was asked of models in five minutes.
 *
 * @param input tokens read
 * @param output tokens written
 * @param cost what was charged for it, in USD
 */
public record Bin(BigDecimal input, BigDecimal output, BigDecimal cost) {
  /** Both together. */
  Bin plus(Bin other) {
    return new Bin(input.add(other.input), output.add(other.output), cost.add(other.cost));
  }
}
