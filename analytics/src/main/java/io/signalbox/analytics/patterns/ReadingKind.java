// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/** What a row makes of what it reads, before its conditions look at it. */
public enum ReadingKind {
  /** The value itself; of several series of one second the sum, greatest or least. */
  LEVEL,
  /** How many records there were in the second. */
  COUNT,
  /** By how much it rose since the reading before; a counter that starts anew rose by its value. */
  RISE,
  /** By how much it fell since the reading before. */
  FALL,
  /** Rise per second. */
  RATE,
  /** Slope of the straight line through the window, per second. */
  SLOPE,
  /** What the slope makes of the window, as a share of the mean: 0.1 is a tenth more at its end. */
  GROWTH,
  /** Slope of the later half of the window over that of the earlier half, where that rises. */
  ACCELERATION,
  /** Seconds until the line through the window reaches the target; infinite when it never does. */
  FORECAST,
  /** Seconds from the reading to the time that the value is, given as epoch seconds. */
  UNTIL,
  /** Seconds by which a record was collected after it says that it happened. */
  DELAY,
  /** 1 for what was not seen within the window before, once others were; else 0. */
  NOVELTY;

  /** True for what needs the points of a window. */
  public boolean wantsWindow() {
    return this == SLOPE || this == GROWTH || this == ACCELERATION || this == FORECAST;
  }

  /** True for what compares with the reading before. */
  public boolean wantsChange() {
    return this == RISE || this == FALL || this == RATE;
  }

  /** True when each reading is an event of its own and says nothing about the time after it. */
  public boolean isMomentary() {
    return this == COUNT || this == RISE || this == FALL || this == NOVELTY || this == DELAY;
  }
}
