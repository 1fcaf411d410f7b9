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
    int at = base + INVERSE;
    double aa = real(block, at);
    double ba = real(block, at + 4);
    double bb = real(block, at + 8);
    double ca = real(block, at + 12);
    double cb = real(block, at + 16);
    double cc = real(block, at + 20);
    double da = real(block, at + 24);
    double db = real(block, at + 28);
    double dc = real(block, at + 32);
    double dd = real(block, at + 36);
    double a = input[0];
    double b = input[1];
    double c = input[2];
    double d = input[3];
    double gainA = aa * a + ba * b + ca * c + da * d;
    double gainB = ba * a + bb * b + cb * c + db * d;
    double gainC = ca * a + cb * b + cc * c + dc * d;
    double gainD = da * a + db * b + dc * c + dd * d;
    double norm = FORGETTING + gainA * a + gainB * b + gainC * c + gainD * d;
    double step = error / norm;
    double trace = aa + bb + cc + dd;
    double growth = trace > MOST_UNCERTAIN ? 1 : 1 / FORGETTING;
    double part = 1 / norm;
    real(block, base + WEIGHTS, weight[0] + gainA * step);
    real(block, base + WEIGHTS + 4, weight[1] + gainB * step);
    real(block, base + WEIGHTS + 8, weight[2] + gainC * step);
    real(block, base + WEIGHTS + 12, weight[3] + gainD * step);
    double rowA = gainA * part;
    double rowB = gainB * part;
    double rowC = gainC * part;
    double rowD = gainD * part;
    real(block, at, growth * (aa - rowA * gainA));
    real(block, at + 4, growth * (ba - rowB * gainA));
    real(block, at + 8, growth * (bb - rowB * gainB));
    real(block, at + 12, growth * (ca - rowC * gainA));
    real(block, at + 16, growth * (cb - rowC * gainB));
    real(block, at + 20, growth * (cc - rowC * gainC));
    real(block, at + 24, growth * (da - rowD * gainA));
    real(block, at + 28, growth * (db - rowD * gainB));
    real(block, at + 32, growth * (dc - rowD * gainC));
    real(block, at + 36, growth * (dd - rowD * gainD));
  }
}
