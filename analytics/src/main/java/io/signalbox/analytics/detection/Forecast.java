// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/**
 * Foretells the next value from the last two and the two profiles, by recursive least squares with
 * exponential forgetting; how much the time of the day is worth is thus learned per series. Inputs
 * are in deviations from the slow level, so nothing here has a unit.
 */
final class Forecast {
  private static final int INPUTS = 4;
  private static final int PAIRS = INPUTS * (INPUTS + 1) / 2;
  private static final int WEIGHTS = 0;
  private static final int INVERSE = 4 * INPUTS;
  private static final int MISS = INVERSE + 4 * PAIRS;
  static final int BYTES = MISS + 4;

  private static final double FORGETTING = 0.999;
  private static final double FIRST_WEIGHT = 0.5;
  private static final double FARTHEST_VALUE = 20;
  private static final double FARTHEST_PROFILE = 10;

  /** Errors are learned from up to so many times the usual error. */
  private static final double CLIP = 2.5;

  private static final double LEAST_MISS = 0.02;

  /** Sum of the diagonal beyond which inputs do not vary enough to forget anything. */
  private static final double MOST_UNCERTAIN = 500;

  private final double[] input = new double[INPUTS];
  private final double[] weight = new double[INPUTS];
  private final double[] inverse = new double[PAIRS];
  private final double[] gain = new double[INPUTS];
  private int base;
  double byForecast;
  double miss;

  /** Makes a state of zeros ready. */
  static void begin(byte[] block, int at) {
    int base = at + Layout.FORECAST;
    real(block, base + WEIGHTS, FIRST_WEIGHT);
    for (int i = 0; i < INPUTS; i++) {
      real(block, base + INVERSE + 4 * (i * (i + 1) / 2 + i), 1);
    }
  }

  /** Foretells the value and measures it; changes nothing. */
  void judge(byte[] block, int at, Moment m, Levels levels) {
    base = at + Layout.FORECAST;
    miss = real(block, base + MISS);
    double share = m.unit > 0 ? 1 / m.unit : 0;
    input[0] = Moment.clip((levels.last - m.slow) * share, FARTHEST_VALUE);
    input[1] = Moment.clip((levels.before - m.slow) * share, FARTHEST_VALUE);
    input[2] = Moment.clip((m.profile - m.slow) * share, FARTHEST_PROFILE);
    input[3] = Moment.clip((m.typed - m.slow) * share, FARTHEST_PROFILE);
    double sum = 0;
    for (int i = 0; i < INPUTS; i++) {
      weight[i] = real(block, base + WEIGHTS + 4 * i);
      sum += weight[i] * input[i];
    }
    sum = Moment.clip(sum, FARTHEST_VALUE);
    m.predicted = m.slow + sum * m.unit;
    m.residual = (m.value - m.slow) * share - sum;
    double least = m.floor * share;
    double usual = Moment.max(miss, least);
    m.residualScale = usual * m.unit;
    byForecast = m.unit > 0 ? Moment.ratio(m.residual, usual) : Moment.ratio(m.step, 0);
  }

  /** Takes the value in, unless it lies so far off that no weights are to be learned from it. */
  void learn(byte[] block, Moment m) {
    boolean away = Math.abs(m.value - m.slow) >= FARTHEST_VALUE * m.unit;
    if (m.unit == 0 || away || Math.abs(input[0]) >= FARTHEST_VALUE) {
      return;
    }
    double error = Moment.clip(m.residual, CLIP * Moment.max(miss, LEAST_MISS));
    real(block, base + MISS, m.scale(miss, m.residual, LEAST_MISS));
    for (int i = 0; i < PAIRS; i++) {
      inverse[i] = real(block, base + INVERSE + 4 * i);
    }
    double norm = FORGETTING;
    for (int i = 0; i < INPUTS; i++) {
      double sum = 0;
      for (int j = 0; j < INPUTS; j++) {
        int pair = i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
        sum += inverse[pair] * input[j];
      }
      gain[i] = sum;
      norm += sum * input[i];
    }
    double step = error / norm;
    double trace = inverse[0] + inverse[2] + inverse[5] + inverse[9];
    double growth = trace > MOST_UNCERTAIN ? 1 : 1 / FORGETTING;
    double part = 1 / norm;
    for (int i = 0; i < INPUTS; i++) {
      real(block, base + WEIGHTS + 4 * i, weight[i] + gain[i] * step);
      double row = gain[i] * part;
      for (int j = 0; j <= i; j++) {
        int pair = i * (i + 1) / 2 + j;
        real(block, base + INVERSE + 4 * pair, growth * (inverse[pair] - row * gain[j]));
      }
    }
  }
}
