// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * A robust running level with the mean absolute deviation around it. Each value moves the level by
 * at most a few deviations (Huber's clipping), so that outliers bend it but do not carry it away.
 */
public final class Track {
  /** Deviations beyond which a value pulls the level, and the deviation, no harder. */
  private static final double LEVEL_CLIP = 4;

  private static final double SCALE_CLIP = 16;

  /** Weight of the newest value in the deviation: its memory is long whatever the level's. */
  private static final double SCALE_GAIN = 0.005;

  /** Values that are taken in whole, before there is a deviation to clip by. */
  private static final int UNCLIPPED = 8;

  /** Running level, in the unit of the series. */
  public double level;

  /** Mean absolute deviation of the values from the level before them, in the same unit. */
  public double scale;

  /**
   * Takes in a value.
   *
   * @param value finite
   * @param floor smallest deviation that means anything, not negative
   * @param count values taken in before
   * @param gain weight of the newest value in the level once there are many, 0..1
   */
  void learn(double value, double floor, long count, double gain) {
    if (count == 0) {
      level = value;
      return;
    }
    double error = value - level;
    double unit = count < UNCLIPPED ? Double.MAX_VALUE / SCALE_CLIP : Math.max(scale, floor);
    level += Math.max(gain, 1.0 / (count + 1)) * clip(error, LEVEL_CLIP * unit);
    double distance = Math.min(Math.abs(error), SCALE_CLIP * unit);
    scale += Math.max(SCALE_GAIN, 1.0 / count) * (distance - scale);
  }

  private static double clip(double error, double limit) {
    return Math.max(-limit, Math.min(limit, error));
  }

  /** Deviations between a value and the level; 0/0 is none, x/0 a fixed large number. */
  double deviation(double value, double floor) {
    double error = value - level;
    double unit = Math.max(scale, floor);
    if (unit > 0) {
      return error / unit;
    }
    return error == 0 ? 0 : Math.copySign(Baseline.UNHEARD_OF, error);
  }
}
