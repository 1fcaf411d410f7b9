// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.symptoms;

import io.signalbox.analytics.patterns.Threshold;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, times and comparisons of a row; what is none is a problem of its line. */
final class Values {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Long> UNITS =
      Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
  private static final Pattern COMPARISON =
      Pattern.compile("(?:value\\s*)?(>=|<=|==|!=|>|<)\\s*(\\S+)");

  private final Entries row;

  Values(Entries row) {
    this.row = row;
  }

  private void refuse(String key, String text, String expected) {
    row.problem(row.line(key), "'" + key + ": " + text + "': expected " + expected);
  }

  /** Milliseconds. */
  long duration(String key, long otherwise) {
    String text = row.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    Matcher found = DURATION.matcher(text);
    if (!found.matches()) {
      refuse(key, text, "a duration such as 30s, 5m or 1h");
      return otherwise;
    }
    return Long.parseLong(found.group(1)) * UNITS.getOrDefault(found.group(2), 1L);
  }

  double number(String key, double otherwise) {
    String text = row.text(key);
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

  int count(String key, int otherwise) {
    String text = row.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[1-9]\\d{0,5}")) {
      refuse(key, text, "a whole number from 1");
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  @Nullable Instant instant(String key) {
    String text = row.text(key);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException none) {
      refuse(key, text, "a time such as 2026-03-01T12:00:00Z");
      return null;
    }
  }

  boolean flag(String key) {
    String text = row.text(key);
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      refuse(key, text, "true or false");
    }
    return text.equals("true");
  }

  <E extends Enum<E>> E constant(String key, Class<E> type, E otherwise) {
    String text = row.text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    refuse(key, text, "one of " + String.join(", ", RowReader.words(type)));
    return otherwise;
  }

  @Nullable Threshold threshold(String key) {
    String text = row.text(key);
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
