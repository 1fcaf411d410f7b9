// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/** Levels and steps of a series, each with its mean absolute deviation. */
final class Levels {
  private static final int LAST = 0;
  private static final int BEFORE = 4;
  private static final int SLOW = 8;
  private static final int MID = 12;
  private static final int FAST = 16;
  private static final int SLOW_SCALE = 20;
  private static final int MID_SCALE = 24;
  private static final int STEP_SCALE = 28;
  private static final int BEND_SCALE = 32;
  private static final int PLATEAU_SCALE = 36;
  private static final int QUANTUM = 40;
  private static final int HIGHEST = 44;
  private static final int LOWEST = 48;
  private static final int AWAY = 52;
  static final int BYTES = 56;

  private static final double SLOW_GAIN = 0.003;
  private static final double MID_GAIN = 0.03;
  private static final double FAST_GAIN = 0.2;

  /** How fast the range seen so far closes in on the level. */
  private static final double RANGE_GAIN = 0.001;

  /** Deviations below this share of the level, or of the smallest step, mean nothing. */
  private static final double LEVEL_SHARE = 0.002;

  private static final double STEP_SHARE = 0.3;

  /** Values in which the smallest step is looked for. */
  private static final int QUANTUM_VALUES = 50;

  /** A deviation from the level beyond this counts as away. */
  private static final double FAR = 4;

  /** Values away to one side after which that is the new level. */
  private static final int PATIENCE = 60;

  private static final double LEAST_SHARE = 0.02;

  private int base;
  double last;
  double before;
  double slow;
  double mid;
  double fast;
  double slowScale;
  double stepScale;
  double bendScale;
  double byLevel;
  double byTrend;
  double byStep;
  double byPlateau;
  double highest;
  double lowest;
  private double midScale;
  private double plateauScale;
  private double plateau;

  /** Reads the state and measures the value against the levels; changes nothing. */
  void judge(byte[] block, int at, Moment m) {
    base = at + Layout.LEVELS;
    last = real(block, base + LAST);
    before = real(block, base + BEFORE);
    slow = real(block, base + SLOW);
    mid = real(block, base + MID);
    fast = real(block, base + FAST);
    slowScale = real(block, base + SLOW_SCALE);
    midScale = real(block, base + MID_SCALE);
    stepScale = real(block, base + STEP_SCALE);
    bendScale = real(block, base + BEND_SCALE);
    highest = real(block, base + HIGHEST);
    lowest = real(block, base + LOWEST);
    m.slow = slow;
    m.step = m.value - last;
    m.floor =
        Moment.max(
            LEVEL_SHARE * Math.abs(slow + m.anchor), STEP_SHARE * real(block, base + QUANTUM));
    m.unit = Moment.max(slowScale, m.floor);
    byLevel = Moment.ratio(m.value - slow, m.unit);
    byTrend = Moment.ratio(m.value - mid, Moment.max(midScale, m.floor));
    byStep = Moment.ratio(m.step, Moment.max(stepScale, m.floor));
  }

  /** How far the middle level has left the slow one. */
  double byBend(Moment m) {
    return Moment.ratio(mid - slow, Moment.max(bendScale, 0.2 * m.floor));
  }

  /** How far the value lies beyond the range seen so far, in widths of it. */
  double beyondRange(Moment m) {
    double width = Moment.max(highest - lowest, m.unit);
    double beyond = Moment.max(0, m.value - highest) - Moment.max(0, lowest - m.value);
    return Moment.ratio(beyond, width);
  }

  /** Measures the level of the last few values against the profile. */
  void judgePlateau(byte[] block, Moment m) {
    plateauScale = real(block, base + PLATEAU_SCALE);
    plateau = fast - m.profile;
    byPlateau = Moment.ratio(plateau, Moment.max(plateauScale, 0.5 * m.floor));
  }

  /** Takes the value in. */
  void learn(byte[] block, Moment m) {
    double least = LEAST_SHARE * m.unit;
    boolean free = m.young() || m.unit == 0;
    double error = m.value - slow;
    real(
        block,
        base + SLOW,
        slow
            + Moment.max(SLOW_GAIN, m.plainGain)
                * (free ? error : Moment.clip(error, Moment.CLIP * m.unit)));
    real(block, base + SLOW_SCALE, m.scale(slowScale, error, 0.1 * m.unit));
    double midError = m.value - mid;
    double midLimit = 2 * Moment.CLIP * Moment.max(midScale, least);
    real(
        block,
        base + MID,
        mid
            + Moment.max(MID_GAIN, m.plainGain)
                * (free ? midError : Moment.clip(midError, midLimit)));
    real(block, base + MID_SCALE, m.scale(midScale, midError, least));
    real(block, base + STEP_SCALE, m.scale(stepScale, m.step, least));
    real(block, base + BEND_SCALE, m.scale(bendScale, mid - slow, least));
    real(block, base + PLATEAU_SCALE, m.scale(plateauScale, plateau, least));
    real(block, base + FAST, fast + Moment.max(FAST_GAIN, m.plainGain) * (m.value - fast));
    learnRange(block, m);
    real(block, base + BEFORE, last);
    real(block, base + LAST, m.value);
  }

  private void learnRange(byte[] block, Moment m) {
    double up = m.value > highest ? m.value : highest + RANGE_GAIN * (slow - highest);
    double down = m.value < lowest ? m.value : lowest + RANGE_GAIN * (slow - lowest);
    real(block, base + HIGHEST, up);
    real(block, base + LOWEST, down);
    double step = Math.abs(m.step);
    if (step > 0 && m.count < QUANTUM_VALUES) {
      double quantum = real(block, base + QUANTUM);
      real(block, base + QUANTUM, quantum == 0 ? step : Moment.min(quantum, step));
    }
  }

  /** Values before this one that were away to the same side; 0 when it is not away itself. */
  int awayBefore(byte[] block, double deviation) {
    int away = StateBytes.small(block, base + AWAY);
    return Math.abs(deviation) <= FAR ? 0 : Math.max(0, deviation > 0 ? away : -away);
  }

  /**
   * Counts how long the values have stayed away to one side, and gives in when it is long enough.
   *
   * @param deviation from the nearest of all expectations
   * @return by how much the level has changed for good; 0 when it has not
   */
  double accept(byte[] block, double deviation) {
    int away = StateBytes.small(block, base + AWAY);
    if (Math.abs(deviation) <= FAR) {
      away /= 2;
    } else if (deviation > 0) {
      away = Math.max(away, 0) + 1;
    } else {
      away = Math.min(away, 0) - 1;
    }
    boolean lasting = Math.abs(away) >= PATIENCE;
    StateBytes.small(block, base + AWAY, lasting ? 0 : away);
    double arrived = real(block, base + FAST);
    return lasting ? arrived - real(block, base + SLOW) : 0;
  }

  /** Moves the level to where the last few values are. */
  void restart(byte[] block, double shift) {
    double arrived = real(block, base + FAST);
    real(block, base + SLOW, arrived);
    real(block, base + MID, arrived);
    real(block, base + HIGHEST, real(block, base + HIGHEST) + shift);
    real(block, base + LOWEST, real(block, base + LOWEST) + shift);
  }

  /** Sets what the last value was. */
  static void last(byte[] block, int at, double value) {
    real(block, at + Layout.LEVELS + LAST, value);
  }

  /** The last value, relative to the anchor. */
  static double last(byte[] block, int at) {
    return real(block, at + Layout.LEVELS + LAST);
  }

  /** Tells everything relative to an anchor that lies higher by {@code shift}. */
  static void rebase(byte[] block, int at, double shift) {
    int base = at + Layout.LEVELS;
    for (int field = LAST; field <= FAST; field += 4) {
      real(block, base + field, real(block, base + field) - shift);
    }
    real(block, base + HIGHEST, real(block, base + HIGHEST) - shift);
    real(block, base + LOWEST, real(block, base + LOWEST) - shift);
  }
}
