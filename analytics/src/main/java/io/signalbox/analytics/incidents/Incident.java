// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one event that SREs care about.
 *
 * @param id the same for all revisions
 * @param revision 1, 2, ...
 * @param status where it is in its life
 * @param environment deployment environment, empty when none is stated
 * @param startedAt onset of the first evidence
 * @param openedAt event time at which the incident was raised
 * @param updatedAt event time of this revision
 * @param resolvedAt when the last evidence ended; null while open
 * @param title one line: what is wrong and where
 * @param severity {@code critical}, {@code major} or {@code minor}
 * @param services all nodes involved, sorted
 * @param suspects causes first
 * @param onsetAt onset of the first suspect's first evidence
 * @param owner who owns the first suspect, if that was declared
 * @param incidentClass leaf of the taxonomy, if one applies; {@code class} on the wire
 * @param changes changes of involved nodes around the onset, newest first
 * @param blastRadius nodes that suffer from it without being its cause, sorted
 * @param similar ids of past incidents like this one
 * @param mergedInto the incident that lives on, when this one was merged
 * @param recommendations what to do, best first; correlation leaves it to the advisor, as it does
 *     the class, the owner and what is similar
 * @param telemetryScore how far the telemetry behind it can be trusted, 0..1
 * @param splitFrom the incident that this one was a part of, when it was split off
 * @param silencedBy the window in which nobody is to be paged for it, while one holds
 * @param objectives those that are missed since it began, the most burnt first; none where nobody
 *     has named any
 * @param moneyAtRisk what is lost by it so far, by currency
 */
public record Incident(
    String id,
    int revision,
    IncidentStatus status,
    String environment,
    Instant startedAt,
    Instant openedAt,
    Instant updatedAt,
    @Nullable Instant resolvedAt,
    String title,
    String severity,
    List<String> services,
    List<Suspect> suspects,
    Instant onsetAt,
    @Nullable String owner,
    @Nullable String incidentClass,
    List<Change> changes,
    List<String> blastRadius,
    List<String> similar,
    @Nullable String mergedInto,
    List<Recommendation> recommendations,
    double telemetryScore,
    @Nullable String splitFrom,
    @Nullable String silencedBy,
    List<ObjectiveHit> objectives,
    List<MoneyAtRisk> moneyAtRisk) {

  /** What was written before there were objectives has none. */
  public Incident {
    objectives = Objects.requireNonNullElse(objectives, List.of());
    moneyAtRisk = Objects.requireNonNullElse(moneyAtRisk, List.of());
  }

  /** The same of another class. */
  public Incident classified(@Nullable String leaf) {
    return with(suspects, owner, leaf, changes, similar, recommendations, silencedBy);
  }

  /** The same with what an advisor adds. */
  Incident advised(@Nullable String who, List<String> like, List<Recommendation> advice) {
    return with(suspects, who, incidentClass, changes, like, advice, silencedBy);
  }

  /** The same with other evidence against its first suspect and other changes. */
  Incident with(List<Evidence> evidence, List<Change> changed) {
    List<Suspect> others = new ArrayList<>(suspects);
    others.set(0, suspects.get(0).with(evidence));
    return with(others, owner, incidentClass, changed, similar, recommendations, silencedBy);
  }

  /** The same revision, silenced by a window or by none. */
  Incident silencedBy(@Nullable String window) {
    return with(suspects, owner, incidentClass, changes, similar, recommendations, window);
  }

  /** The same with what it has cost. */
  Incident hitting(List<ObjectiveHit> hits, List<MoneyAtRisk> money) {
    return told(revision, status, updatedAt, hits, money);
  }

  /** The same by another number. */
  Incident numbered(int number) {
    return number == revision ? this : told(number, status, updatedAt, objectives, moneyAtRisk);
  }

  /** The same told again later, by another number. */
  Incident again(int number, Instant now) {
    return told(number, IncidentStatus.UPDATED, now, objectives, moneyAtRisk);
  }

  private Incident told(
      int number, IncidentStatus as, Instant at, List<ObjectiveHit> hits, List<MoneyAtRisk> money) {
    return new Incident(
        id,
        number,
        as,
        environment,
        startedAt,
        openedAt,
        at,
        resolvedAt,
        title,
        severity,
        services,
        suspects,
        onsetAt,
        owner,
        incidentClass,
        changes,
        blastRadius,
        similar,
        mergedInto,
        recommendations,
        telemetryScore,
        splitFrom,
        silencedBy,
        hits,
        money);
  }

  private Incident with(
      List<Suspect> suspected,
      @Nullable String who,
      @Nullable String leaf,
      List<Change> changed,
      List<String> like,
      List<Recommendation> advice,
      @Nullable String window) {
    return new Incident(
        id,
        revision,
        status,
        environment,
        startedAt,
        openedAt,
        updatedAt,
        resolvedAt,
        title,
        severity,
        services,
        suspected,
        onsetAt,
        who,
        leaf,
        changed,
        blastRadius,
        like,
        mergedInto,
        advice,
        telemetryScore,
        splitFrom,
        window,
        objectives,
        moneyAtRisk);
  }
}
