// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;

/**
 * What was asked of models in five minutes; of what is taken back, less than nothing.
 *
 * @param requests calls
 * @param input tokens read
 * @param output tokens written
 * @param cost what was charged for it, in USD
 */
public record Bin(long requests, BigDecimal input, BigDecimal output, BigDecimal cost) {
  /** Of one call. */
  public Bin(BigDecimal input, BigDecimal output, BigDecimal cost) {
    this(1, input, output, cost);
  }

  /** Both together. */
  Bin plus(Bin other) {
    return new Bin(
        requests + other.requests,
        input.add(other.input),
        output.add(other.output),
        cost.add(other.cost));
  }

  /** The same, taken back. */
  Bin negate() {
    return new Bin(-requests, input.negate(), output.negate(), cost.negate());
  }

  /** Whether it is as if nothing was asked. */
  boolean isNothing() {
    return requests == 0 && input.signum() == 0 && output.signum() == 0 && cost.signum() == 0;
  }
}
