// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads the text of a price as the decimal that it is; it never was a double. */
public final class PriceText {
  /** Decimals of a price beyond which it is refused. */
  public static final int MOST_DECIMALS = 24;

  private static final int USUAL_DECIMALS = 18;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
  private static final Pattern NUMBER =
      Pattern.compile("\\+?[0-9]{0,20}(\\.[0-9]{0,60})?([eE][+-]?[0-9]{1,3})?");

  private PriceText() {}

  /**
   * Reads a price.
   *
   * @param text a decimal, perhaps with an exponent
   * @return without trailing zeros
   * @throws Refusal if it is no number, below zero, above a million, or has more than {@value
   *     #MOST_DECIMALS} decimals
   */
  public static BigDecimal parse(String text) throws Refusal {
    BigDecimal price;
    try {
      price = new BigDecimal(NUMBER.matcher(text).matches() ? text : "");
    } catch (NumberFormatException bad) {
      throw new Refusal("price is no number of zero or more: " + text);
    }
    BigDecimal plain = price.stripTrailingZeros();
    if (plain.scale() > MOST_DECIMALS) {
      throw new Refusal("price has more than " + MOST_DECIMALS + " decimals: " + text);
    }
    if (plain.compareTo(MOST) > 0) {
      throw new Refusal("price is above " + MOST + ": " + text);
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** Whether it has more decimals than prices have, which a sum of doubles leaves behind. */
  public static boolean noisy(BigDecimal price) {
    return price.scale() > USUAL_DECIMALS;
  }
}
