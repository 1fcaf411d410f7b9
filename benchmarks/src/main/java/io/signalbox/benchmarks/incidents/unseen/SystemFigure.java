// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.unseen;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.simulator.Truth;
import io.signalbox.simulator.faults.FaultKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was said of one system.
 *
 * @param seed of the system
 * @param services of it that send telemetry
 * @param rate requests that come in, a second
 * @param hours event time
 * @param opened incidents
 * @param faults each of them
 * @param spurious incidents of no fault: when they opened, and their titles
 */
public record SystemFigure(
    long seed,
    int services,
    double rate,
    double hours,
    int opened,
    List<FaultFigure> faults,
    List<String> spurious) {
  private static final double SECONDS_PER_HOUR = 3600;

  static SystemFigure of(Truth truth, List<IncidentHistory> all) {
    List<FaultFigure> figures = new ArrayList<>();
    Set<String> explained = new HashSet<>();
    for (Truth.Entry fault : truth.faults()) {
      if (!fault.kind().equals(FaultKind.HARMLESS_DEPLOY.label())) {
        figures.add(FaultFigure.of(fault, all));
        FaultFigure.own(fault, all).forEach(one -> explained.add(one.id()));
      }
    }
    List<String> spurious =
        all.stream()
            .filter(one -> !explained.contains(one.id()))
            .map(one -> one.revisions().get(0))
            .map(SystemFigure::line)
            .toList();
    return new SystemFigure(
        truth.options().seed(),
        truth.options().services(),
        truth.options().rate(),
        truth.options().duration().toSeconds() / SECONDS_PER_HOUR,
        all.size(),
        figures,
        spurious);
  }

  private static String line(Incident first) {
    return first.openedAt() + " " + first.title();
  }
}
