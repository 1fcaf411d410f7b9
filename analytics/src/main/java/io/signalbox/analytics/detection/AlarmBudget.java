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

  private static final double MINUTE_MS = 60_000;

  /** Values before which the evidence alone decides: the trees have learned from grown series. */
  private static final int YOUNG = 1000;

  /** And how much of it, nats: about six in a million. */
  private static final double SURPRISE = 12;

  /** No feedback raises a budget by so much, nats. */
  private static final double OUT_OF_REACH = 1 + StrictMath.log(FeedbackLog.MOST);

  private static final double WEEKS_PER_HOUR = 1 / 168.0;

  /** Threshold of a new series, logits. */
  private static final double FIRST = 0;

  /** By how much a false alarm raises the threshold, logits. */
  private static final double STEP = 1;

  /** By how much verdicts are too sure on series that are nothing but noise, logits. */
  private static final double TOO_SURE = 1;

  private static final double LOWEST = -12;
  private static final double HIGHEST = 12;

  private final DetectorSettings settings;
  private final double leastOdds;

  AlarmBudget(DetectorSettings settings) {
    this.settings = settings;
    this.leastOdds = FIRST - StrictMath.log(settings.falseAlarmsPerWeek());
  }

  /**
   * By how much a value is abnormal enough for an episode, nats, from 0 on: with a budget of one a
   * week and a value a minute, when it is rather abnormal than not; with a smaller budget, or more
   * values a week to spend it on, when the odds are better in proportion.
   *
   * @param verdict logits, not damped
   */
  double margin(Moment m, double verdict) {
    double odds = verdict - leastOdds;
    if (odds > -OUT_OF_REACH) { // a logarithm for each value would cost
      odds -= often(m);
    }
    return m.count < YOUNG ? Moment.max(odds, m.strongest - SURPRISE) : odds;
  }

  private static double often(Moment m) {
    return m.intervalMs < MINUTE_MS ? Approximation.ln(MINUTE_MS / Moment.max(1, m.intervalMs)) : 0;
  }

  /**
   * Whether this verdict is an alarm.
   *
   * @param verdict log-odds that the value is abnormal
   * @param damped the same less what was said already
   */
  boolean judge(byte[] block, int at, Moment m, double verdict, double damped) {
    int base = at + Layout.ALARM;
    double paid = STEP * settings.falseAlarmsPerWeek() * Moment.min(m.gapHours * WEEKS_PER_HOUR, 1);
    double offset = Moment.max(LOWEST, real(block, base + OFFSET) - paid);
    double waitMs = real(block, base + WAIT_MS) - m.gapMs;
    int waitValues = StateBytes.small(block, base + WAIT_VALUES) - 1;
    boolean alarm = waitMs <= 0 && waitValues <= 0 && damped >= FIRST + offset;
    if (alarm) {
      offset = Moment.min(HIGHEST, offset + STEP * Approximation.logistic(TOO_SURE - verdict));
      waitMs = settings.refractoryMs();
      waitValues = settings.refractoryPoints();
    }
    real(block, base + OFFSET, offset);
    real(block, base + WAIT_MS, Moment.max(0, waitMs));
    StateBytes.small(block, base + WAIT_VALUES, Math.max(0, waitValues));
    return alarm;
  }
}
