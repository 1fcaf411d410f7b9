// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimals as people write them; they never were a double. */
public final class YamlDecimal {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,12})?");

  private YamlDecimal() {}

  /** A number above zero that must be there; one where it is not, which is told. */
  public static BigDecimal needPositive(YamlMap map, String key) {
    return map.has(key) ? positive(map, key) : missing(map, key);
  }

  /** A number of zero or more, or what is said otherwise. */
  public static BigDecimal atLeastZero(YamlMap map, String key, String otherwise) {
    String text = map.text(key, otherwise);
    if (FORM.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    map.problem(key, "'" + key + "' is a number of zero or more, not '" + text + "'");
    return BigDecimal.ZERO;
  }

  /** A number above zero. */
  public static BigDecimal positive(YamlMap map, String key) {
    String text = map.needText(key);
    BigDecimal number = FORM.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    if (number.signum() > 0) {
      return number;
    }
    map.problem(key, "'" + key + "' is a number above zero, not '" + text + "'");
    return BigDecimal.ONE;
  }

  private static BigDecimal missing(YamlMap map, String key) {
    map.needText(key); // tells that it is missing
    return BigDecimal.ONE;
  }
}
