// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** All views of a series, asked in the order in which they need one another. */
final class Experts {
  private static final Expert[] BY_TAIL = {
    Expert.FORECAST,
    Expert.SEASON,
    Expert.LEVEL,
    Expert.TREND,
    Expert.JUMP,
    Expert.SHIFT,
    Expert.PLATEAU,
    Expert.DRIFT,
    Expert.RATIO,
    Expert.RATIO,
    Expert.SEASON
  };

  /** A mean of more values varies less; this makes the longer one comparable to the shorter. */
  private static final double MEDIUM_MEAN = 1.7;

  final Levels levels = new Levels();
  final Season season = new Season();
  final Forecast forecast = new Forecast();
  final Ratios ratios = new Ratios();
  final Persistence persistence = new Persistence();
  final Stillness stillness = new Stillness();
  final TailSet tails = new TailSet();
  final Recall recall = new Recall();
  final Records records = new Records();
  private static final int KINDEST = 10;
  private double kindest;

  static void begin(byte[] block, int at) {
    Forecast.begin(block, at);
    TailSet.begin(block, at);
  }

  /** The smallest deviation from level and profiles, with its sign. */
  double kindest() {
    return kindest;
  }

  /** Measures the value against everything. */
  void judge(byte[] block, int at, Moment m) {
    levels.judge(block, at, m);
    season.locate(block, at, m);
    season.judge(block, m);
    levels.judgePlateau(block, m);
    forecast.judge(block, at, m, levels);
    ratios.judge(block, at, m);
    kindest = nearer(nearer(levels.byLevel, season.byDay), season.byType);
    persistence.judge(block, at, m, forecast.byForecast, kindest, season.bestError(m));
    stillness.judge(block, at, m);
    recall.judge(block, at, m);
    records.judge(block, at, m);
    weigh(block, at, m);
  }

  /** The one closer to zero, the first of equals. Which it is cannot be guessed: no branch. */
  private static double nearer(double a, double b) {
    long first = Double.doubleToRawLongBits(a);
    long second = Double.doubleToRawLongBits(b);
    long swap = ((second & Long.MAX_VALUE) - (first & Long.MAX_VALUE)) >> 63;
    return Double.longBitsToDouble(first ^ ((first ^ second) & swap));
  }

  private void weigh(byte[] block, int at, Moment m) {
    tails.open(at, m);
    double[] e = m.evidence;
    e[0] = tails.judge(block, 0, forecast.byForecast);
    e[1] = tails.judge(block, 1, season.byDay);
    e[2] = tails.judge(block, 2, levels.byLevel);
    e[3] = tails.judge(block, 3, levels.byTrend);
    e[4] = tails.judge(block, 4, levels.byStep);
    double medium = MEDIUM_MEAN * Math.abs(persistence.mediumMean);
    e[5] = tails.judge(block, 5, Moment.max(Math.abs(persistence.shortMean), medium));
    e[6] = tails.judge(block, 6, levels.byPlateau);
    e[7] = tails.judge(block, 7, persistence.byHour);
    e[8] = tails.judge(block, 8, ratios.byLevel);
    e[9] = tails.judge(block, 9, ratios.byProfile);
    e[10] = tails.judge(block, 10, kindest);
    m.stuck = stillness.evidence(levels.stepScale > 0);
    double deviating = Math.max(Math.max(e[0], e[1]), Math.max(e[2], e[3]));
    double rest = Math.max(Math.max(e[4], e[8]), Math.max(e[9], e[10]));
    m.strongest =
        Math.max(m.stuck, Math.max(deviating, rest)); // no branch, for it would be guessed
  }

  /** How improbable the distance to the nearest of level and profiles is, nats. */
  double surprise(byte[] block) {
    return tails.surprise(block, KINDEST, kindest);
  }

  /** Values before this one that lay far from the nearest of level and profiles, to its side. */
  int awayBefore(byte[] block) {
    return levels.awayBefore(block, kindest);
  }

  /** Whose evidence is the strongest: the first of those whose it is. */
  static Expert reason(Moment m) {
    if (m.stuck >= m.strongest) {
      return Expert.STUCK;
    }
    int i = 0;
    while (!gates(i) || m.evidence[i] < m.strongest) {
      i++;
    }
    return BY_TAIL[i];
  }

  /** Slow sums follow what the others saw already; they do not raise suspicion by themselves. */
  private static boolean gates(int tail) {
    return tail < 5 || tail > 7;
  }

  /** Takes the value in; what has lasted long enough becomes the level, of the profiles too. */
  void learn(byte[] block, int at, Moment m) {
    levels.learn(block, m);
    ratios.learn(block, m);
    season.learn(block, m, kindest);
    forecast.learn(block, m);
    persistence.learn(block, m);
    recall.learn(block, m.strongest);
    double shift = levels.accept(block, kindest);
    if (shift != 0) {
      levels.restart(block, shift);
      Season.rebase(block, at, -shift);
      Persistence.rebase(block, at, -shift);
    }
  }

  /** Tells everything relative to an anchor that lies higher by {@code shift}. */
  static void rebase(byte[] block, int at, double shift) {
    Levels.rebase(block, at, shift);
    Season.rebase(block, at, shift);
    Persistence.rebase(block, at, shift);
    Records.rebase(block, at, shift);
  }
}
