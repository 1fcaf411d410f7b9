// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.Threshold;
import io.signalbox.patterns.reading.YamlMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers and comparisons of a row; what is none is a problem. */
final class Values {
  private static final Pattern COMPARISON =
      Pattern.compile("(?:value\\s*)?(>=|<=|==|!=|>|<)\\s*(\\S+)");

  private final YamlMap row;

  Values(YamlMap row) {
    this.row = row;
  }

  private void refuse(String key, String text, String expected) {
    row.problem(key, "'" + key + ": " + text + "': expected " + expected);
  }

  double number(String key, double otherwise) {
    String text = row.text(key, "");
    return text.isEmpty() ? otherwise : number(key, text);
  }

  private double number(String key, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException none) {
      // said below
    }
    refuse(key, text, "a number");
    return 0;
  }

  @Nullable Threshold threshold(String key) {
    String text = row.text(key, "");
    if (text.isEmpty()) {
      return null;
    }
    Matcher found = COMPARISON.matcher(text);
    if (!found.matches()) {
      refuse(key, text, "a comparison such as value >= 0.95");
      return null;
    }
    double bound = number(key, found.group(2));
    for (Threshold.Comparison comparison : Threshold.Comparison.values()) {
      if (comparison.sign().equals(found.group(1))) {
        return new Threshold(comparison, bound);
      }
    }
    throw new IllegalStateException("no comparison " + found.group(1));
  }
}
