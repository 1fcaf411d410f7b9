// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.AnswerVerdict;
import java.math.BigDecimal;
import java.util.TreeMap;

/** What is known of a group of decisions in a window. Mutable: part of a state. */
public final class GroupCount {
  /** How many decisions there are. */
  public long decisions;

  /** Of how many the outcome may still come. */
  public long open;

  /** Of how many none came in time. */
  public long missed;

  /** Of how many one came too late. */
  public long late;

  /** How many were right. */
  public long good;

  /** How many were wrong. */
  public long bad;

  /** Of how many of the wrong the value is not known. */
  public long unpriced;

  /** Revision that was told last, 0 for none. */
  public int revision;

  /** Whether something has changed since. */
  public boolean changed;

  /** What they were worth, by unit. */
  public final TreeMap<String, ValueSum> values = new TreeMap<>();

  /**
   * Counts what holds of a decision.
   *
   * @param sign 1 to count it, -1 to take it back
   */
  void add(Standing standing, int sign, ImpactSettings settings) {
    changed = true;
    decisions += sign;
    open += standing.state() == DecisionState.OPEN ? sign : 0;
    missed += standing.state() == DecisionState.MISSED ? sign : 0;
    late += standing.late() ? sign : 0;
    good += standing.verdict() == AnswerVerdict.GOOD ? sign : 0;
    boolean wrong = standing.verdict() == AnswerVerdict.BAD;
    bad += wrong ? sign : 0;
    BigDecimal value = standing.value();
    if (value == null) {
      unpriced += wrong ? sign : 0;
      return;
    }
    ValueRange range = settings.range(standing.unit());
    boolean outside = range != null && !range.holds(value);
    ValueSum sum =
        values.getOrDefault(standing.unit(), ValueSum.NONE).with(value, wrong, outside, sign);
    if (sum.count() == 0) {
      values.remove(standing.unit());
    } else {
      values.put(standing.unit(), sum);
    }
  }
}
