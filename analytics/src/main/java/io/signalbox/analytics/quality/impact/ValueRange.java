// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Between what values of a unit lie, which is to be known before they come: without it no interval
 * of a mean holds for all that might come.
 *
 * @param least value
 * @param most value, above the least
 */
public record ValueRange(BigDecimal least, BigDecimal most) implements Serializable {
  /** Stands for every unit that has no range of its own. */
  static final String ANY = "*";

  private static final String FORM = "expected UNIT=LEAST..MOST or *=LEAST..MOST, found ";

  /** Whether a value lies in it. */
  boolean holds(BigDecimal value) {
    return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
  }

  /** How long it is. */
  double width() {
    return most.subtract(least).doubleValue();
  }

  /**
   * Ranges by unit.
   *
   * @param texts each like {@code EUR=-500..500}, or {@code *=-1000..1000} for all other units
   * @throws IllegalArgumentException naming what is none
   */
  public static Map<String, ValueRange> parse(List<String> texts) {
    Map<String, ValueRange> ranges = new TreeMap<>();
    for (String text : texts) {
      int sign = text.indexOf('=');
      int dots = text.indexOf("..", sign + 1);
      if (sign < 0 || dots < 0) {
        throw new IllegalArgumentException(FORM + text);
      }
      ValueRange range = range(text, text.substring(sign + 1, dots), text.substring(dots + 2));
      if (ranges.put(text.substring(0, sign).trim(), range) != null) {
        throw new IllegalArgumentException("a second range of the same unit: " + text);
      }
    }
    return Map.copyOf(ranges);
  }

  private static ValueRange range(String text, String least, String most) {
    ValueRange range;
    try {
      range = new ValueRange(new BigDecimal(least.trim()), new BigDecimal(most.trim()));
    } catch (NumberFormatException notOne) {
      throw new IllegalArgumentException(FORM + text, notOne);
    }
    if (range.least.compareTo(range.most) >= 0) {
      throw new IllegalArgumentException("the most is to be above the least: " + text);
    }
    return range;
  }
}
