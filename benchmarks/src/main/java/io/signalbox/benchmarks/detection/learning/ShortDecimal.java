// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers of three digits: what the trees are written with, and therefore learned with. */
final class ShortDecimal {
  private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private ShortDecimal() {}

  /** The nearest number that is written with three digits, as the reader of the text has it. */
  static float round(double value) {
    return decimal(value).floatValue();
  }

  /** The shortest way to write a rounded number; no zero before the point. */
  static String text(float rounded) {
    String plain = decimal(rounded).stripTrailingZeros().toPlainString();
    return plain.replaceFirst("^(-?)0\\.", "$1.");
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).round(DIGITS);
  }
}
