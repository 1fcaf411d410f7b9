// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.benchmarks.runs.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Event time until incidents opened, seconds.
 *
 * @param afterFault from a fault to the first incident that opened for it; faults without one of
 *     their own are left out
 * @param afterOnset from the onset that its first revision states to its opening, of every incident
 */
public record TimeToIncident(List<Double> afterFault, List<Double> afterOnset) {
  private static final double MANY = 0.99;

  static TimeToIncident of(RootCauseFindings findings) {
    List<List<Incident>> histories = new ArrayList<>(findings.histories().values());
    List<Double> afterFault = new ArrayList<>();
    for (LabelledCase one : findings.set().cases()) {
      IncidentFigures.own(one, histories).stream()
          .mapToLong(first -> first.openedAt().toEpochMilli() - one.atMs())
          .min()
          .ifPresent(ms -> afterFault.add(ms / 1000.0));
    }
    List<Double> afterOnset = new ArrayList<>();
    for (List<Incident> history : histories) {
      Incident first = history.get(0);
      long ms = first.openedAt().toEpochMilli() - first.onsetAt().toEpochMilli();
      afterOnset.add(ms / 1000.0);
    }
    return new TimeToIncident(List.copyOf(afterFault), List.copyOf(afterOnset));
  }

  String line() {
    return "time to incident "
        + text(afterFault, "faults, from the fault")
        + "; "
        + text(afterOnset, "incidents, from the onset they state");
  }

  private static String text(List<Double> seconds, String of) {
    double[] all = Quantiles.sorted(seconds);
    return String.format(
        Locale.ROOT,
        "p50 %.0f s, p99 %.0f s (%d %s)",
        Quantiles.of(all, 0.5),
        Quantiles.of(all, MANY),
        all.length,
        of);
  }
}
