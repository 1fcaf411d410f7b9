// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Money as a person reads it. */
public final class Money {
  private static final int DIGITS = 4;

  private Money() {}

  /** In USD, to the cent, or of small amounts to four digits. */
  public static String text(BigDecimal amount) {
    boolean small = amount.abs().compareTo(BigDecimal.ONE) < 0;
    BigDecimal rounded =
        small
            ? amount.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros()
            : amount.setScale(2, RoundingMode.HALF_EVEN);
    return (amount.signum() == 0 ? "0" : rounded.toPlainString()) + " USD";
  }
}
