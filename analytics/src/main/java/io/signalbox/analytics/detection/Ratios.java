// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/** Multiples of the level: what counts and durations deviate by, skewed as they are. */
final class Ratios {
  private static final int USUAL = 0;
  private static final int SCALE = 4;
  private static final int SEASON_SCALE = 8;
  static final int BYTES = 12;

  /** Share of the level that is added to both sides, so that small values do not explode. */
  private static final double SOFTENING = 0.1;

  private static final double TINY = 1e-300;
  private static final double LEAST = 0.01;

  private int base;
  private double usual;
  double scale;
  private double seasonScale;

  /** Logarithm of the value as a multiple of the level. */
  double toLevel;

  /** Logarithm of the value as a multiple of the profile. */
  double toProfile;

  double byLevel;
  double byProfile;

  /** Reads the state and measures the value; changes nothing. */
  void judge(byte[] block, int at, Moment m) {
    base = at + Layout.RATIOS;
    usual = real(block, base + USUAL);
    scale = real(block, base + SCALE);
    seasonScale = real(block, base + SEASON_SCALE);
    double level = Math.abs(m.slow + m.anchor);
    double soft = SOFTENING * level + TINY;
    double value = m.absolute + soft;
    toLevel = Approximation.ln(value / (level + soft));
    toProfile = Approximation.ln(value / (Math.abs(m.profile + m.anchor) + soft));
    byLevel = Moment.ratio(toLevel - usual, Moment.max(scale, LEAST));
    byProfile = Moment.ratio(toProfile, Moment.max(seasonScale, LEAST));
  }

  /** Takes the value in. */
  void learn(byte[] block, Moment m) {
    double error = toLevel - usual;
    double limit = m.young() ? Double.MAX_VALUE : Moment.CLIP * Moment.max(scale, 2 * LEAST);
    real(block, base + USUAL, usual + m.slowGain * Moment.clip(error, limit));
    real(block, base + SCALE, m.scale(scale, error, 2 * LEAST));
    real(block, base + SEASON_SCALE, m.scale(seasonScale, toProfile, 2 * LEAST));
  }
}
