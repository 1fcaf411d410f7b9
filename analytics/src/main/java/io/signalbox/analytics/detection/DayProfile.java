// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What a series usually is at each hour of the (UTC) day, relative to its first value. */
public final class DayProfile {
  /** Slots of a day. */
  public static final int SLOTS = 24;

  private static final int ALL_SEEN = (1 << SLOTS) - 1;
  private static final double HOUR_MS = 3_600_000;

  /** How far a slot moves towards what was seen in its hour of one day. */
  private static final double DAILY_GAIN = 0.4;

  /** The value to which the slots are relative; keeps them precise as floats. */
  public double anchor;

  /** Bit h is set when hour h was seen. */
  public int seen;

  /** Usual value minus anchor by hour. */
  public final float[] slots = new float[SLOTS];

  /** True when every hour was seen. */
  boolean isWhole() {
    return seen == ALL_SEEN;
  }

  /** The usual value, interpolated between the middles of the hours. */
  double at(HourOfDay time) {
    float before = slots[time.before];
    return anchor + before + time.share * (slots[time.after] - before);
  }

  /**
   * The usual value nearest to one seen. Any between the two hours around the time is as usual as
   * the other: what happens on the hour may come a little sooner or later.
   */
  double nearest(double value, HourOfDay time) {
    float before = slots[time.before];
    float after = slots[time.after];
    double lowest = anchor + Math.min(before, after);
    double highest = anchor + Math.max(before, after);
    return Math.max(lowest, Math.min(highest, value));
  }

  /**
   * Takes in a value.
   *
   * @param intervalMs usual time between values
   */
  void learn(double value, HourOfDay time, double intervalMs) {
    if (seen == 0) {
      anchor = value;
    }
    double relative = value - anchor;
    if ((seen & 1 << time.hour) == 0) {
      seen |= 1 << time.hour;
      slots[time.hour] = (float) relative;
      return;
    }
    double gain = DAILY_GAIN * Math.min(1, intervalMs / HOUR_MS);
    slots[time.hour] += (float) (gain * (relative - slots[time.hour]));
  }
}
