// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * Where a rate lies, or a difference of rates.
 *
 * @param lower end
 * @param upper end
 */
public record Interval(double lower, double upper) {
  /** Whether a number lies in it. */
  public boolean holds(double number) {
    return lower <= number && number <= upper;
  }

  /** Where the difference of two lies, if each lies in its own. */
  public Interval minus(Interval other) {
    return new Interval(lower - other.upper, upper - other.lower);
  }
}
