// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.List;
import java.util.Map;

/** Rows and sightings for tests. */
final class Rows {
  static final long T0 = 1_700_000_000_000L;

  private Rows() {}

  static Threshold atLeast(double bound) {
    return new Threshold(Threshold.Comparison.AT_LEAST, bound);
  }

  static Threshold below(double bound) {
    return new Threshold(Threshold.Comparison.BELOW, bound);
  }

  /** A row of one metric, told at 0.9 and cleared below 0.8. */
  static Judging level(ReadingKind kind) {
    return new Judging(
        kind, null, Combining.SUM, false, 0, 0, atLeast(0.9), below(0.8), 1, 0, 0, 0);
  }

  static SymptomRow row(Judging judging) {
    return row(judging, List.of());
  }

  static SymptomRow row(Judging judging, List<String> over) {
    return new SymptomRow("it", "it", metric(over), judging, true, Map.of());
  }

  static Selection metric(List<String> over) {
    return new Selection(SymptomSource.METRIC, List.of("m"), over, Map.of(), 0, List.of(), false);
  }

  static Sighting seen(SymptomRow row, long second, double value) {
    return seen(row, 0, 1, second, Sighting.Nature.LEVEL, value, "a");
  }

  static Sighting seen(
      SymptomRow row,
      int part,
      long series,
      long second,
      Sighting.Nature nature,
      double value,
      String name) {
    return new Sighting(
        row.look(), part, series, T0 + second * 1000, nature, value, 1, Map.of("name", name));
  }
}
