// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident as a pager shows it: what identifies it there never changes, what is said of it
 * does.
 *
 * @param incident id of the incident
 * @param revision the newest that was heard of
 * @param open whether that one was open, and nobody had silenced it
 * @param environment deployment environment, empty when none is stated
 * @param service the first suspect when it was first heard of; the sign by which a pager routes
 * @param severity of the newest revision; another severity is another alert to the pager
 * @param told severities under which the pager may hold it for firing, the one to be kept up last
 * @param startedAt onset of the first evidence
 * @param endedAt when it was over, in event time; null while open
 * @param title one line: what is wrong and where
 * @param suspect the first suspect now, with its version; empty when none is named
 * @param nextStep the best recommendation in one line, empty when there is none
 * @param impact what it costs
 */
public record Alert(
    String incident,
    int revision,
    boolean open,
    String environment,
    String service,
    String severity,
    List<String> told,
    Instant startedAt,
    @Nullable Instant endedAt,
    String title,
    String suspect,
    String nextStep,
    ImpactText impact) {

  /** The alert of an incident that was not heard of before. */
  static Alert of(Incident incident) {
    String service = incident.suspects().isEmpty() ? "" : incident.suspects().get(0).node();
    List<String> told = isOpen(incident) ? List.of(incident.severity()) : List.of();
    return of(incident, service, told);
  }

  /** The same alert after another revision of its incident. */
  Alert after(Incident incident) {
    return of(incident, service, told);
  }

  /** The same alert with other severities under which it may be firing. */
  Alert withTold(List<String> severities) {
    return new Alert(
        incident,
        revision,
        open,
        environment,
        service,
        severity,
        List.copyOf(severities),
        startedAt,
        endedAt,
        title,
        suspect,
        nextStep,
        impact);
  }

  /** The same alert when it may be firing under its severity, too. */
  Alert toldSeverity() {
    List<String> all = new ArrayList<>(told);
    all.remove(severity);
    all.add(severity);
    return withTold(all);
  }

  /** True when the pager has to end something before it holds what is the case. */
  boolean endsSomething() {
    return open ? !told.get(told.size() - 1).equals(severity) : !told.isEmpty();
  }

  private static Alert of(Incident incident, String service, List<String> told) {
    boolean open = isOpen(incident);
    return new Alert(
        incident.id(),
        incident.revision(),
        open,
        incident.environment(),
        service,
        incident.severity(),
        open && told.isEmpty() ? List.of(incident.severity()) : told,
        incident.startedAt(),
        open ? null : endedAt(incident),
        incident.title(),
        suspect(incident),
        incident.recommendations().isEmpty() ? "" : incident.recommendations().get(0).title(),
        ImpactText.of(incident));
  }

  private static boolean isOpen(Incident incident) {
    return switch (incident.status()) {
      case OPEN, UPDATED, SPLIT, REOPENED -> incident.silencedBy() == null;
      case MERGED, RESOLVED -> false;
    };
  }

  private static Instant endedAt(Incident incident) {
    return incident.resolvedAt() == null ? incident.updatedAt() : incident.resolvedAt();
  }

  private static String suspect(Incident incident) {
    if (incident.suspects().isEmpty()) {
      return "";
    }
    Suspect first = incident.suspects().get(0);
    return first.version() == null ? first.node() : first.node() + " " + first.version();
  }
}
