// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.moved;
import static io.signalbox.analytics.detection.StateBytes.real;

/**
 * The ranges in which a series has been, and its level of late has strayed from the one before, for
 * as long as it is known: nothing is forgotten. One of {@code n} values is the largest with
 * probability {@code 1 / n}, whatever they are drawn from, so evidence of a record needs no model
 * and no scale; how far it lies beyond the range, in widths of it, adds to that or takes away.
 */
final class Records {
  private static final int SINCE = 0;
  private static final int RANGE = 4;
  private static final int STRAYING = 12;
  private static final int MEAN = 20;
  private static final int SLOW_MEAN = 24;
  static final int BYTES = 28;

  /** Values before which a range means nothing. */
  private static final int FEW = 20;

  /** Values after which the two levels differ by more than their age. */
  private static final int TWO_LEVELS = 300;

  /** The levels are plain means, which outliers move: their own range says how far that goes. */
  private static final double GAIN = 1 / 30.0;

  private static final double SLOW_GAIN = 1.0 / TWO_LEVELS;

  /** Width of the range beyond it that says neither more nor less than its rarity. */
  private static final double USUAL_EXCESS = 0.05;

  /** Evidence, nats, at which a record at the usual interval is as likely abnormal as not. */
  private static final double DOUBT = 8;

  private static final double USUAL_INTERVAL_MS = 300_000;

  private static final double MOST_LOG_ODDS = 4;

  private static final int[] SHIFTED = {RANGE, RANGE + 4, MEAN, SLOW_MEAN};

  private int base;

  /** The stronger of both records, nats; 0 where there is none. */
  double evidence;

  /** Measures the value, and how far the level has strayed, against all before; takes both in. */
  void judge(byte[] block, int at, Moment m) {
    base = at + Layout.RECORDS;
    int since = StateBytes.whole(block, base + SINCE);
    if (since == 0) {
      StateBytes.whole(block, base + SINCE, m.count);
      real(block, base + MEAN, m.value);
      real(block, base + SLOW_MEAN, m.value);
      open(block, RANGE, m.value);
      evidence = 0;
      return;
    }
    int values = m.count - since;
    double plain = 1.0 / (values + 1);
    double straying =
        moved(block, base + MEAN, Moment.max(GAIN, plain), m.value)
            - moved(block, base + SLOW_MEAN, Moment.max(SLOW_GAIN, plain), m.value);
    evidence = see(block, RANGE, m.value, values, m.floor);
    if (values == TWO_LEVELS) {
      open(block, STRAYING, straying);
    } else if (values > TWO_LEVELS) {
      double strayed = see(block, STRAYING, straying, values - TWO_LEVELS, m.floor);
      evidence = Moment.max(evidence, strayed);
    }
  }

  /**
   * Log-odds that the value is abnormal because of a record, at most 4; minus infinity at none.
   * Faults come by the hour and chance by the value: what is heard more often must say more, by
   * half of what a fixed number of faults an hour would ask.
   */
  double logOdds(Moment m) {
    if (evidence <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    double often = Approximation.ln(USUAL_INTERVAL_MS / Moment.max(1, m.intervalMs));
    return Moment.min(evidence - DOUBT - 0.5 * often, MOST_LOG_ODDS);
  }

  private void open(byte[] block, int range, double first) {
    real(block, base + range, first);
    real(block, base + range + 4, first);
  }

  private double see(byte[] block, int range, double value, int before, double floor) {
    double lowest = real(block, base + range);
    double highest = real(block, base + range + 4);
    double beyond = Moment.max(value - highest, lowest - value);
    if (beyond <= 0) {
      return 0;
    }
    real(block, base + range, Moment.min(lowest, value));
    real(block, base + range + 4, Moment.max(highest, value));
    double usual = USUAL_EXCESS * Moment.max(highest - lowest, floor);
    boolean means = before > FEW && usual > 0;
    return means ? Moment.max(0, Approximation.ln(before * beyond / usual)) : 0;
  }

  /** Tells everything relative to an anchor that lies higher by {@code shift}. */
  static void rebase(byte[] block, int at, double shift) {
    int base = at + Layout.RECORDS;
    for (int field : SHIFTED) {
      real(block, base + field, real(block, base + field) - shift);
    }
  }
}
