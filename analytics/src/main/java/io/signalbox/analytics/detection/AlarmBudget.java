// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/**
 * Turns verdicts into alarms so that each series raises about as many false ones as the user
 * allows. The threshold of a series sinks steadily by what the budget would pay for, and each alarm
 * raises it by the chance that the alarm is false: clear anomalies cost nothing, doubtful ones do.
 */
final class AlarmBudget {
  /** How far the threshold lies from the first one, logits. */
  private static final int OFFSET = 0;

  private static final int WAIT_MS = 4;
  private static final int WAIT_VALUES = 8;
  static final int BYTES = 12;

  private static final double WEEK_MS = 604_800_000;

  /** Threshold of a new series, logits. */
  private static final double FIRST = 0;

  /** By how much a false alarm raises the threshold, logits. */
  private static final double STEP = 1;

  private static final double LOWEST = -12;
  private static final double HIGHEST = 12;

  private final DetectorSettings settings;
  private final double leastOdds;

  AlarmBudget(DetectorSettings settings) {
    this.settings = settings;
    this.leastOdds = FIRST - StrictMath.log(settings.falseAlarmsPerWeek());
  }

  /**
   * Whether a value is abnormal enough for an episode: with a budget of one a week, when it is
   * rather abnormal than not; with a smaller one, when the odds are better in proportion.
   *
   * @param verdict logits, not damped
   */
  boolean isAbnormal(double verdict) {
    return verdict >= leastOdds;
  }

  /**
   * Whether this verdict is an alarm.
   *
   * @param verdict logits, already damped
   * @param chance probability that the value is abnormal, 0..1
   */
  boolean judge(byte[] block, int at, Moment m, double verdict, double chance) {
    int base = at + Layout.ALARM;
    double paid = STEP * settings.falseAlarmsPerWeek() * Math.min(m.gapMs, WEEK_MS) / WEEK_MS;
    double offset = Math.max(LOWEST, real(block, base + OFFSET) - paid);
    double waitMs = real(block, base + WAIT_MS) - m.gapMs;
    int waitValues = StateBytes.small(block, base + WAIT_VALUES) - 1;
    boolean alarm = waitMs <= 0 && waitValues <= 0 && verdict >= FIRST + offset;
    if (alarm) {
      offset = Math.min(HIGHEST, offset + STEP * (1 - chance));
      waitMs = settings.refractoryMs();
      waitValues = settings.refractoryPoints();
    }
    real(block, base + OFFSET, offset);
    real(block, base + WAIT_MS, Math.max(0, waitMs));
    StateBytes.small(block, base + WAIT_VALUES, Math.max(0, waitValues));
    return alarm;
  }
}
