// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.events.AlarmBudget;
import io.signalbox.benchmarks.detection.events.Delays;
import io.signalbox.benchmarks.detection.events.EventCount;
import io.signalbox.benchmarks.detection.nab.NabResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that was measured of a detector.
 *
 * @param detector as on the command line
 * @param title for people
 * @param nab what it scores on NAB, or null if that was not run
 * @param events what it finds, by set and threshold
 * @param budgets alarms where nothing is labelled, by set; none if it raises no alarms of its own
 * @param cost of a point, in nanoseconds of one thread's cpu time
 * @param bytes kept of a series
 */
public record DetectorFigures(
    String detector,
    String title,
    @Nullable NabFigures nab,
    List<EventFigures> events,
    Map<String, AlarmBudget> budgets,
    double cost,
    long bytes) {
  /**
   * NAB.
   *
   * @param best a row a profile, each at the threshold that is best for the corpus
   * @param folds a row a profile: each half of the files at the threshold that is best for the
   *     other
   * @param even the files with an even number, counted from 0, at the threshold of the odd ones
   * @param odd the reverse
   * @param shipped a row a profile, of the alarms that were raised; none if there are none
   */
  public record NabFigures(
      List<NabResult> best,
      List<NabResult> folds,
      List<NabResult> even,
      List<NabResult> odd,
      List<NabResult> shipped) {}

  /**
   * Events of a set.
   *
   * @param set what it was run on
   * @param rule how alarms were told from the score
   * @param threshold of the score, or null for the alarms that were raised
   * @param count what was found
   * @param delays how late
   */
  public record EventFigures(
      String set, Rule rule, @Nullable Double threshold, EventCount count, Delays delays) {}

  /** How alarms are told from a score. */
  public enum Rule {
    /** The threshold that is best for the series that were learned from. */
    FROZEN("threshold of those learned from"),
    /** The same threshold for every set, chosen when the labels are known. */
    COMMON("one threshold for both sets"),
    /** A threshold for each set, chosen when its labels are known. */
    OWN("each set its best threshold"),
    /** The alarms that were raised. */
    SHIPPED("alarms as shipped");

    private final String label;

    Rule(String label) {
      this.label = label;
    }

    /** For people. */
    public String label() {
      return label;
    }
  }
}
