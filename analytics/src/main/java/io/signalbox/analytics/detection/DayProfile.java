// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What a series usually is at each hour of the (UTC) day, relative to its first value. */
public final class DayProfile {
  /** Slots of a day. */
  public static final int SLOTS = 24;

  private static final long HOUR_MS = 3_600_000;

  /** How far a slot moves towards what was seen in its hour of one day. */
  private static final double DAILY_GAIN = 0.4;

  /** The value to which the slots are relative; keeps them precise as floats. */
  public double anchor;

  /** Bit h is set when hour h was seen. */
  public int seen;

  /** Usual value minus anchor by hour. */
  public final float[] slots = new float[SLOTS];

  /** The usual value at a time, interpolated between the middles of the hours. */
  double at(long atMs) {
    long shifted = atMs - HOUR_MS / 2;
    int slot = (int) Math.floorMod(Math.floorDiv(shifted, HOUR_MS), (long) SLOTS);
    double share = (double) Math.floorMod(shifted, HOUR_MS) / HOUR_MS;
    int next = slot + 1 == SLOTS ? 0 : slot + 1;
    return anchor + slots[slot] + share * (slots[next] - slots[slot]);
  }

  /**
   * Takes in a value.
   *
   * @param limit largest pull of one value, in the unit of the series
   * @param intervalMs usual time between values
   */
  void learn(double value, long atMs, double limit, double intervalMs) {
    int slot = (int) Math.floorMod(Math.floorDiv(atMs, HOUR_MS), (long) SLOTS);
    if (seen == 0) {
      anchor = value;
    }
    double relative = value - anchor;
    if ((seen & 1 << slot) == 0) {
      seen |= 1 << slot;
      slots[slot] = (float) relative;
      return;
    }
    double error = Math.max(-limit, Math.min(limit, relative - slots[slot]));
    double gain = DAILY_GAIN * Math.min(1, intervalMs / HOUR_MS);
    slots[slot] += (float) (gain * error);
  }
}
