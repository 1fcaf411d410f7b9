// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Places values on a stretch of pixels.
 *
 * @param from value at {@code at}
 * @param to value at {@code end}
 * @param at pixel
 * @param end pixel
 */
record Axis(double from, double to, double at, double end) {
  /** An axis from below the lowest to above the highest value. */
  static Axis around(double low, double high, double at, double end) {
    double margin = high > low ? 0.04 * (high - low) : StrictMath.max(1, StrictMath.abs(high));
    return new Axis(low - margin, high + margin, at, end);
  }

  /** Where a value is; what lies beyond an end is at that end. */
  double place(double value) {
    double share = (value - from) / (to - from);
    return at + StrictMath.max(0, StrictMath.min(1, share)) * (end - at);
  }

  /** Round values inside, about as many as wanted. */
  List<Double> ticks(int wanted) {
    double rough = (to - from) / wanted;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    double step = power;
    for (double factor : new double[] {2, 5, 10}) {
      step = step < rough ? factor * power : step;
    }
    List<Double> ticks = new ArrayList<>();
    for (double k = StrictMath.ceil(from / step); k * step <= to; k++) {
      // Zero has no sign.
      ticks.add(k * step + 0.0);
    }
    return ticks;
  }

  /** A value in few characters. */
  static String label(double value) {
    double size = StrictMath.abs(value);
    if (size >= 1e6 || (size > 0 && size < 1e-3)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    String text = String.format(Locale.ROOT, size >= 1_000 ? "%,.0f" : "%.4f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
