// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.moved;
import static io.signalbox.analytics.detection.StateBytes.real;

/** What adds up over several values: errors to one side, wider errors, an hour off its level. */
final class Persistence {
  private static final int SHORT = 0;
  private static final int MEDIUM = 4;
  private static final int LONG = 8;
  private static final int UP = 12;
  private static final int DOWN = 16;
  private static final int SPREAD = 20;
  private static final int USUAL_SPREAD = 24;
  private static final int HOURLY = 28;
  private static final int HOURLY_SCALE = 32;
  private static final int DAILY = 36;
  private static final int FIVE_DAYS = 40;
  private static final int DAILY_SCALE = 44;
  static final int BYTES = 48;

  private static final double DAYS_PER_HOUR = 1 / 24.0;
  private static final double LEAST_SHARE = 0.02;

  /** Deviations a value may lie off before the sums grow, and what one adds at most. */
  private static final double ALLOWANCE = 1;

  private static final double MOST_ADDED = 4;
  private static final double MOST_SUM = 60;

  private int base;
  double shortMean;
  double mediumMean;
  double longMean;
  double up;
  double down;
  double spread;
  double usualSpread;
  double byHour;
  private double hourly;
  private double hourlyScale;
  private double dayDifference;
  private double dailyScale;

  /** Moves the sums by the value, and measures them: they are of the past and the present. */
  void judge(byte[] block, int at, Moment m, double byForecast, double kindest, double bestError) {
    base = at + Layout.PERSISTENCE;
    shortMean = moved(block, base + SHORT, 0.3, Moment.clip(byForecast, 8));
    mediumMean = moved(block, base + MEDIUM, 0.1, Moment.clip(byForecast, 6));
    longMean = moved(block, base + LONG, 0.03, Moment.clip(byForecast, 4));
    double added = Moment.clip(kindest, MOST_ADDED);
    up = Moment.min(MOST_SUM, Math.max(0, real(block, base + UP) + added - ALLOWANCE));
    down = Moment.min(MOST_SUM, Math.max(0, real(block, base + DOWN) - added - ALLOWANCE));
    real(block, base + UP, up);
    real(block, base + DOWN, down);
    double size = Moment.min(Math.abs(byForecast), 6);
    spread = moved(block, base + SPREAD, 0.15, size);
    usualSpread = moved(block, base + USUAL_SPREAD, Moment.max(0.003, m.plainGain), size);
    double start = m.plainGain;
    double hourGain = Moment.max(start, Moment.min(1, m.gapHours));
    double dayGain = Moment.max(start, Moment.min(1, m.gapHours * DAYS_PER_HOUR));
    hourly = moved(block, base + HOURLY, hourGain, Moment.clip(bestError, 8 * m.unit));
    double daily = moved(block, base + DAILY, dayGain, m.value);
    dayDifference =
        daily - moved(block, base + FIVE_DAYS, Moment.max(start, 0.15 * dayGain), m.value);
    hourlyScale = real(block, base + HOURLY_SCALE);
    dailyScale = real(block, base + DAILY_SCALE);
    byHour = Moment.ratio(hourly, Moment.max(hourlyScale, 0.1 * m.floor));
  }

  /** How much wider the errors of late are than usual. */
  double spreadRatio() {
    return spread / Moment.max(usualSpread, 0.05);
  }

  /** How far the level of the day has left that of five days. */
  double byDay(Moment m) {
    return Moment.ratio(dayDifference, Moment.max(dailyScale, 0.1 * m.floor));
  }

  /** Takes in how far the slow ones usually are off. */
  void learn(byte[] block, Moment m) {
    double least = LEAST_SHARE * m.unit;
    real(block, base + HOURLY_SCALE, m.scale(hourlyScale, hourly, least));
    real(block, base + DAILY_SCALE, m.scale(dailyScale, dayDifference, least));
  }

  /** Tells everything relative to an anchor that lies higher by {@code shift}. */
  static void rebase(byte[] block, int at, double shift) {
    int base = at + Layout.PERSISTENCE;
    real(block, base + DAILY, real(block, base + DAILY) - shift);
    real(block, base + FIVE_DAYS, real(block, base + FIVE_DAYS) - shift);
  }
}
