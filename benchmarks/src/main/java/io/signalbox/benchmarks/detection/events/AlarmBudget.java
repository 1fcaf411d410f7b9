// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Alarms where nothing is labelled, against the budget.
 *
 * @param series with such stretches
 * @param seriesWeeks event time in them
 * @param alarms in them
 * @param inside series whose count is in the 95 % Poisson interval of their budget
 */
public record AlarmBudget(int series, double seriesWeeks, long alarms, int inside) {
  /** Nothing counted. */
  public static final AlarmBudget NONE = new AlarmBudget(0, 0, 0, 0);

  private static final double WEEK_MS = 7 * 86_400_000.0;

  /**
   * Counts one series.
   *
   * @param perWeek the budget: false alarms expected of a series in a week
   * @param alarm tells whether a row raises an alarm
   */
  public static AlarmBudget of(LabelledSeries series, double perWeek, IntPredicate alarm) {
    List<Segment> stretches = QuietStretches.of(series);
    double weeks = QuietStretches.lengthMs(series, stretches) / WEEK_MS;
    if (weeks == 0) {
      return NONE;
    }
    long alarms = 0;
    for (Segment stretch : stretches) {
      alarms += IntStream.rangeClosed(stretch.first(), stretch.last()).filter(alarm).count();
    }
    int inside = PoissonInterval.holds(perWeek * weeks, alarms) ? 1 : 0;
    return new AlarmBudget(1, weeks, alarms, inside);
  }

  /** All together. */
  public static AlarmBudget over(List<AlarmBudget> parts) {
    AlarmBudget sum = NONE;
    for (AlarmBudget one : parts) {
      sum =
          new AlarmBudget(
              sum.series + one.series,
              sum.seriesWeeks + one.seriesWeeks,
              sum.alarms + one.alarms,
              sum.inside + one.inside);
    }
    return sum;
  }

  /** Alarms of a series in a week. */
  @JsonProperty
  public double rate() {
    return seriesWeeks == 0 ? 0 : alarms / seriesWeeks;
  }

  /** The share of series that keep to their budget, 0..1. */
  @JsonProperty
  public double shareInside() {
    return series == 0 ? 0 : (double) inside / series;
  }
}
