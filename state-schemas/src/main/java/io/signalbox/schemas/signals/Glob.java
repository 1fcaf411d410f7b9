// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Locale;

/** A text in which {@code *} stands for any text, compared without regard to case. */
final class Glob {
  private final boolean negated;
  private final String[] parts;

  /** Of what is written; {@code !} before it means that it must not fit. */
  Glob(String written) {
    negated = written.startsWith("!");
    String pattern = negated ? written.substring(1) : written;
    parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
  }

  boolean isNegated() {
    return negated;
  }

  /** Whether a text fits the pattern itself; an empty text fits none. */
  boolean fits(String text) {
    if (text.isEmpty()) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (parts.length == 1) {
      return lower.equals(parts[0]);
    }
    String last = parts[parts.length - 1];
    int end = lower.length() - last.length();
    if (!lower.startsWith(parts[0]) || end < parts[0].length() || !lower.endsWith(last)) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      int found = lower.indexOf(parts[i], at);
      if (found < 0 || found + parts[i].length() > end) {
        return false;
      }
      at = found + parts[i].length();
    }
    return true;
  }
}
