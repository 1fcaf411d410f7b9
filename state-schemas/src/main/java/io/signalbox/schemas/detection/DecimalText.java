// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

/** Reads a decimal number as it stands in files: digits, point, sign, exponent, nothing else. */
public final class DecimalText {
  private static final int LONGEST = 400;

  private DecimalText() {}

  /** The finite number, or NaN if the text is none. Spaces around it do not count. */
  public static double parse(String text) {
    String trimmed = text.trim();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
      return Double.NaN;
    }
    for (int i = 0; i < trimmed.length(); i++) {
      if ("0123456789.+-eE".indexOf(trimmed.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(trimmed);
      return Double.isInfinite(number) ? Double.NaN : number;
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
