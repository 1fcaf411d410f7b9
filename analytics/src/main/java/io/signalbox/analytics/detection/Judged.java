// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What {@link SeriesDetector} says about one value; reused from point to point. */
public final class Judged {
  /** Log-odds that the value is abnormal, less what was said already. */
  double logOdds;

  /** Evidence of the expert that gave the reason, nats. */
  double evidence;

  /**
   * How improbable the distance to the nearest of level and profiles is, nats, whatever else there
   * was of late; 0 where evidence is small.
   */
  double surprise;

  /** Usual time between two values, milliseconds. */
  double intervalMs;

  /** Values taken in, this one included. */
  double experience;

  /** True where an alarm is raised: within the budget and not within the refractory time. */
  public boolean alarm;

  /** True where the value is rather abnormal than not, whether or not that is news. */
  public boolean abnormal;

  /**
   * By how much the value is more abnormal than the budget asks for an episode, nats: {@link
   * #abnormal} from 0 on. A budget of {@code m} times as many alarms asks for {@code ln m} less.
   */
  public double margin = Double.NEGATIVE_INFINITY;

  /** What was expected, in the unit of the series; NaN when nothing is known. */
  public double expected = Double.NaN;

  /** Lower end of the band in which about 98 % of the values lie. */
  public double lower = Double.NaN;

  /** Upper end of that band. */
  public double upper = Double.NaN;

  /** The expert that was most surprised. */
  public Expert reason = Expert.NONE;

  /** False while the series is too young for a verdict, or the value was missing. */
  public boolean ready;

  /** How abnormal, 0..1: continuous, comparable between series, for ranking. */
  public double score() {
    return ready ? Approximation.logistic(logOdds) : 0;
  }

  /**
   * Probability of a deviation as large, by the expert that gave the reason, 0..1. No tail is
   * believed beyond the square of what was seen.
   */
  public double pValue() {
    double least = 1 / (experience * experience);
    return ready ? Moment.max(least, Moment.min(1, Approximation.exp(-evidence))) : 1;
  }

  void clear() {
    alarm = false;
    abnormal = false;
    margin = Double.NEGATIVE_INFINITY;
    expected = Double.NaN;
    lower = Double.NaN;
    upper = Double.NaN;
    reason = Expert.NONE;
    evidence = 0;
    surprise = 0;
    ready = false;
  }
}
