// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Locale;

/** Writes figures the way a person reads them. */
final class Figures {
  private Figures() {}

  /** A share 0..1 as percent: whole above ten, else with one decimal. */
  static String percent(double share) {
    double percent = 100 * share;
    String form = percent >= 10 || percent == 0 ? "%.0f %%" : percent < 0.1 ? "%.2g %%" : "%.1f %%";
    return String.format(Locale.ROOT, form, percent);
  }

  /** Microseconds in the unit that fits. */
  static String micros(double micros) {
    if (micros >= 1e6) {
      return String.format(Locale.ROOT, "%.1f s", micros / 1e6);
    }
    if (micros >= 1e4) {
      return String.format(Locale.ROOT, "%.0f ms", micros / 1e3);
    }
    return micros >= 1e3
        ? String.format(Locale.ROOT, "%.1f ms", micros / 1e3)
        : String.format(Locale.ROOT, "%.0f us", micros);
  }

  /** A length of time in the unit that fits. */
  static String seconds(double seconds) {
    return seconds >= 120
        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
        : String.format(Locale.ROOT, "%.0f s", seconds);
  }

  /** Any figure with at most four digits that count, and without an exponent where it can be. */
  static String plain(double value) {
    double size = Math.abs(value);
    if (value == StrictMath.rint(value) && size < 1e7) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (size >= 1e7 || size < 1e-3) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : "%.3f", value);
  }

  /** How many times. */
  static String times(double factor) {
    return String.format(Locale.ROOT, "%.1f times", factor);
  }
}
