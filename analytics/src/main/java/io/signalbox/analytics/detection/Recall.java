// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/**
 * The strongest evidence of the recent past, fading at three speeds, and the strongest verdict:
 * what was said need not be said again unless it got clearly worse.
 */
final class Recall {
  private static final int HOURS = 0;
  private static final int DAYS = 4;
  private static final int VALUES = 8;
  private static final int VERDICT = 12;
  static final int BYTES = 16;

  private static final double FADING_IN_HOURS = 3;
  private static final double FADING_IN_DAYS = 0.15;
  private static final double FADING_PER_VALUE = 0.01;

  /** Logits by which the strongest verdict fades in an hour. */
  private static final double VERDICT_FADING = 0.2;

  /** Logits by which a verdict must exceed the faded strongest one to be news. */
  private static final double MARGIN = 0.3;

  /** Logits taken off a verdict that is no news. */
  private static final double DAMPING = 4;

  /** Verdicts are stored raised by this, so that zero is "none yet". */
  private static final double RAISED = 32;

  private int base;
  double hours;
  double days;
  double values;
  private double hoursGone;

  /** Lets the past fade up to now. */
  void judge(byte[] block, int at, Moment m) {
    base = at + Layout.RECALL;
    hoursGone = m.gapHours;
    hours = Moment.max(real(block, base + HOURS) - FADING_IN_HOURS * hoursGone, 0);
    days = Moment.max(real(block, base + DAYS) - FADING_IN_DAYS * hoursGone, 0);
    values = Moment.max(real(block, base + VALUES) - FADING_PER_VALUE, 0);
  }

  /** Takes in the evidence of the value. */
  void learn(byte[] block, double evidence) {
    real(block, base + HOURS, Moment.max(hours, evidence));
    real(block, base + DAYS, Moment.max(days, evidence));
    real(block, base + VALUES, Moment.max(values, evidence));
  }

  /** The verdict, in logits, less what was said already; takes it in. */
  double damp(byte[] block, double verdict) {
    double strongest =
        Moment.max(real(block, base + VERDICT) - VERDICT_FADING * hoursGone, 0) - RAISED;
    real(block, base + VERDICT, Moment.max(strongest, verdict) + RAISED);
    return verdict >= strongest + MARGIN ? verdict : verdict - DAMPING;
  }
}
