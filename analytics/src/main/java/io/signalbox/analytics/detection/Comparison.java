// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.List;

/**
 * One cohort against all others of its operation, over the slots in which both were called: what
 * happened when the other side was not there proves nothing about it.
 *
 * @param cohort the cohort
 * @param calls its calls
 * @param errors those that failed
 * @param otherCalls calls of the others
 * @param otherErrors those that failed
 * @param rise how much larger its share of failures is than the others' in the same slots: the risk
 *     difference of Mantel and Haenszel (Greenland and Robins, Biometrics 41, 1985), -1..1, which a
 *     mix that shifts while all fail does not move
 * @param bad slots in which it failed at all
 */
record Comparison(
    Cohort cohort,
    long calls,
    long errors,
    long otherCalls,
    long otherErrors,
    double rise,
    int bad) {
  private static final int ENOUGH_CALLS = 10;
  private static final int ENOUGH_ERRORS = 10;
  private static final int ENOUGH_SLOTS = 2;
  private static final double LEAST_RISE = 0.1;

  static Comparison of(Cohort cohort, List<Cohort> group) {
    long calls = 0;
    long errors = 0;
    long otherCalls = 0;
    long otherErrors = 0;
    double risen = 0;
    double weight = 0;
    int bad = 0;
    for (int slot = 0; slot < Cohort.SLOTS; slot++) {
      long n = cohort.calls(slot);
      long k = cohort.errors(slot);
      long m = -n;
      long l = -k;
      for (Cohort each : group) {
        m += each.calls(slot);
        l += each.errors(slot);
      }
      if (n > 0 && m > 0) {
        calls += n;
        errors += k;
        otherCalls += m;
        otherErrors += l;
        risen += ((double) k * m - (double) l * n) / (n + m);
        weight += (double) n * m / (n + m);
        bad += k > 0 ? 1 : 0;
      }
    }
    double rise = weight > 0 ? risen / weight : 0;
    return new Comparison(cohort, calls, errors, otherCalls, otherErrors, rise, bad);
  }

  /** True when there is something to compare; such comparisons are corrected for. */
  boolean isComparable() {
    return calls >= ENOUGH_CALLS && otherCalls >= ENOUGH_CALLS;
  }

  /** Probability of so many failures if the cohort were like the others, before correction. */
  double pValue() {
    boolean matters = errors >= ENOUGH_ERRORS && bad >= ENOUGH_SLOTS && rise >= LEAST_RISE;
    return matters ? Tails.fisher(errors, calls, otherErrors, otherCalls) : 1;
  }

  double share() {
    return (double) errors / calls;
  }

  double otherShare() {
    return (double) otherErrors / otherCalls;
  }
}
