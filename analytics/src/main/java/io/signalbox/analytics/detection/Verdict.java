// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What a baseline says about one value; reused from value to value. */
final class Verdict {
  /** When in the day the value was seen. */
  final HourOfDay time = new HourOfDay();

  /** Signed distance from the expectation in mean absolute deviations. */
  double deviation;

  /** The least deviation of the last three values on one side of the expectation, else 0. */
  double sustained;

  /** Probability of a deviation as large and lasting, 0..1; 1 while warming up. */
  double pValue;

  /** What was expected, in the unit of the series. */
  double expected;

  /** Mean absolute deviation used, in the unit of the series. */
  double scale;

  /** What the hour of the day makes of the expectation, in the unit of the series. */
  double byHour;
}
