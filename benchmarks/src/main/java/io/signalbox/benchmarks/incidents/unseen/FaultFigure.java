// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.unseen;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.simulator.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well one fault was told of. Times are event time in seconds, null where there is nothing to
 * measure.
 *
 * @param kind of the fault
 * @param culprit node at fault
 * @param incidents that opened for it: while it lasted or in the {@link #AFTERMATH}, with the
 *     culprit or someone who depends on it
 * @param merged true when it has no incident of its own but is part of one of an earlier fault, or
 *     its incident became part of another fault's
 * @param rank place of the culprit in the first of its incidents when the fault ended, from 1; 0
 *     when it is not named
 * @param named first suspect then, empty without an incident
 * @param title of that incident then, empty without one
 * @param toIncident from the fault to its first incident
 * @param toRight from the fault until the culprit is first suspect and stays it until the end
 * @param evidenceToRight from the first evidence that the incident rests on until then
 * @param toResolved from the end of the fault until its last incident is over
 */
public record FaultFigure(
    String kind,
    String culprit,
    int incidents,
    boolean merged,
    int rank,
    String named,
    String title,
    @Nullable Double toIncident,
    @Nullable Double toRight,
    @Nullable Double evidenceToRight,
    @Nullable Double toResolved) {
  /** What opens this long after a fault is over is put down to it. */
  static final Duration AFTERMATH = Duration.ofMinutes(2);

  private static final double MILLIS = 1e3;

  /** The incidents that opened for a fault. */
  static List<IncidentHistory> own(Truth.Entry fault, List<IncidentHistory> all) {
    Instant until = fault.endedAt().plus(AFTERMATH);
    return all.stream()
        .filter(one -> !one.openedAt().isBefore(fault.startedAt()))
        .filter(one -> !one.openedAt().isAfter(until))
        .filter(one -> one.holds(touched(fault), one.openedAt()))
        .toList();
  }

  static FaultFigure of(Truth.Entry fault, List<IncidentHistory> all) {
    List<IncidentHistory> own = own(fault, all);
    if (own.isEmpty()) {
      boolean carried = all.stream().anyMatch(one -> carries(one, fault));
      return new FaultFigure(
          fault.kind(), fault.node(), 0, carried, 0, "", "", null, null, null, null);
    }
    IncidentHistory first = own.get(0);
    Incident last = first.at(fault.endedAt());
    last = last == null ? first.revisions().get(0) : last;
    Incident right = rightForGood(first, fault);
    List<String> ids = own.stream().map(IncidentHistory::id).toList();
    boolean lost =
        own.stream()
            .flatMap(one -> one.revisions().stream())
            .anyMatch(one -> one.mergedInto() != null && !ids.contains(one.mergedInto()));
    return new FaultFigure(
        fault.kind(),
        fault.node(),
        own.size(),
        lost,
        rank(last, fault.node()),
        last.suspects().get(0).node(),
        last.title(),
        seconds(fault.startedAt(), first.openedAt()),
        right == null ? null : seconds(fault.startedAt(), right.updatedAt()),
        right == null ? null : seconds(right.startedAt(), right.updatedAt()),
        resolved(fault, own));
  }

  /** True when it has an incident, be it shared. */
  public boolean covered() {
    return incidents > 0 || merged;
  }

  private static boolean carries(IncidentHistory one, Truth.Entry fault) {
    return one.openedAt().isBefore(fault.startedAt())
        && one.holds(List.of(fault.node()), fault.endedAt());
  }

  private static List<String> touched(Truth.Entry fault) {
    List<String> nodes = new ArrayList<>(fault.victims());
    nodes.add(fault.node());
    if (fault.caller() != null) {
      nodes.add(fault.caller());
    }
    return nodes;
  }

  private static @Nullable Incident rightForGood(IncidentHistory first, Truth.Entry fault) {
    Incident since = null;
    for (Incident revision : first.revisions()) {
      if (!revision.updatedAt().isAfter(fault.endedAt())) {
        boolean right = rank(revision, fault.node()) == 1;
        since = right ? since == null ? revision : since : null;
      }
    }
    return since;
  }

  private static @Nullable Double resolved(Truth.Entry fault, List<IncidentHistory> own) {
    Instant latest = fault.endedAt();
    for (IncidentHistory one : own) {
      Instant ended = one.endedAt();
      if (ended == null) {
        return null;
      }
      latest = ended.isAfter(latest) ? ended : latest;
    }
    return seconds(fault.endedAt(), latest);
  }

  private static int rank(Incident incident, String node) {
    List<String> nodes = incident.suspects().stream().map(Suspect::node).toList();
    return nodes.indexOf(node) + 1;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS;
  }
}
