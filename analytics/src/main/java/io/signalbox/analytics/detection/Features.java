// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * What the trees of {@link Combiner} look at: evidence, deviations and a few traits of the series,
 * none with a unit. Put together only for values that an expert finds suspicious.
 */
final class Features {
  static final int COUNT = 58;
  private static final double LARGEST = 1e6;

  private Features() {}

  static void fill(byte[] block, Experts of, Moment m) {
    double[] f = m.features;
    System.arraycopy(m.evidence, 0, f, 0, TailSet.COUNT);
    int i = TailSet.COUNT;
    f[i++] = m.strongest;
    i = deviations(of, m, f, i);
    i = traits(block, of, m, f, i);
    f[i++] = m.strongest - of.recall.hours;
    f[i++] = m.strongest - of.recall.days;
    f[i++] = m.strongest - of.recall.values;
    f[i++] = of.recall.days;
    f[i] = Math.abs(of.kindest()) / (1 + of.season.roughness(block));
    for (int k = 0; k < COUNT; k++) {
      f[k] = Moment.clip(f[k], LARGEST);
    }
  }

  private static int deviations(Experts of, Moment m, double[] f, int from) {
    int i = from;
    f[i++] = of.forecast.byForecast;
    f[i++] = of.season.byDay;
    f[i++] = of.levels.byLevel;
    f[i++] = of.levels.byTrend;
    f[i++] = of.levels.byStep;
    f[i++] = of.levels.byBend(m);
    f[i++] = of.levels.byPlateau;
    f[i++] = of.season.byType;
    f[i++] = of.persistence.byHour;
    f[i++] = of.persistence.byDay(m);
    f[i++] = of.kindest();
    f[i++] = of.levels.beyondRange(m);
    f[i++] = of.persistence.shortMean;
    f[i++] = of.persistence.mediumMean;
    f[i++] = of.persistence.longMean;
    f[i++] = of.persistence.up;
    f[i++] = of.persistence.down;
    f[i++] = of.persistence.spreadRatio();
    f[i++] = of.stillness.share;
    f[i++] = of.ratios.byLevel;
    f[i++] = of.ratios.byProfile;
    f[i++] = of.ratios.toLevel;
    f[i++] = of.ratios.toProfile;
    return i;
  }

  private static int traits(byte[] block, Experts of, Moment m, double[] f, int from) {
    int i = from;
    f[i++] = share(of.season.dayMiss, of.season.levelMiss);
    f[i++] = share(of.season.typedMiss, of.season.levelMiss);
    f[i++] = share(of.forecast.miss * m.unit, of.levels.stepScale);
    f[i++] = share(of.levels.stepScale, m.unit);
    f[i++] = of.tails.excess(block, 0);
    f[i++] = of.tails.excess(block, 2);
    f[i++] = of.tails.excess(block, 4);
    f[i++] = of.tails.quantile(block, 0);
    f[i++] = of.tails.quantile(block, 2);
    f[i++] = of.tails.quantile(block, 4);
    f[i++] = m.gapMs / Moment.max(m.intervalMs, 1);
    double level = Math.abs(m.slow + m.anchor);
    f[i++] = portion(m.step, level);
    f[i++] = portion(m.step, Math.abs(of.levels.last + m.anchor));
    f[i++] = portion(m.value - m.slow, level);
    f[i++] = of.persistence.usualSpread;
    f[i++] = share(of.levels.bendScale, of.levels.slowScale);
    f[i++] = share(of.levels.highest - of.levels.lowest, of.levels.slowScale);
    f[i++] = of.ratios.scale;
    return i;
  }

  private static double share(double part, double whole) {
    return whole > 0 ? part / whole : 1;
  }

  private static double portion(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }
}
