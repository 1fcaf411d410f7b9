// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is known of the incidents of an environment beside their evidence: windows that people have
 * declared, past incidents, what was said of them, and what came of them. Mutable.
 */
public final class Lifecycle {
  private static final Comparator<RememberedIncident> OLDEST =
      Comparator.comparing(RememberedIncident::updatedAt).thenComparing(RememberedIncident::id);

  /** Rows outlast the incidents counted in them: by the day that began before one was over. */
  private static final Duration MORE = Duration.ofDays(2);

  private final LifecycleSettings settings;
  private final WindowLog windows = new WindowLog();
  private final OpinionLog opinions = new OpinionLog();
  private final TreeMap<String, RememberedIncident> past = new TreeMap<>();
  private final MeasureBook measures;

  /** Windows that were new when no room was left. */
  public long refusedWindows;

  /** Statements about incidents that are not known, and withdrawals of what is not in force. */
  public long unmatched;

  Lifecycle(String environment, LifecycleSettings settings) {
    this.settings = settings;
    this.measures = new MeasureBook(environment);
  }

  /** Takes in what people said in one tick. */
  void hear(Collection<IncidentWindow> said, Collection<IncidentFeedback> verdicts, long nowMs) {
    for (IncidentWindow window : said) {
      refusedWindows += windows.add(window, nowMs, settings.maxWindows()) ? 0 : 1;
    }
    verdicts.stream()
        .filter(one -> one.verdict() != IncidentVerdict.WITHDRAWN)
        .forEach(one -> hear(one, nowMs));
    verdicts.stream()
        .filter(one -> one.verdict() == IncidentVerdict.WITHDRAWN)
        .forEach(this::withdraw);
  }

  private void hear(IncidentFeedback said, long nowMs) {
    RememberedIncident incident = past.get(said.incident());
    if (incident == null) {
      unmatched++;
      return;
    }
    Resolution before = Resolution.of(incident, opinions.of(incident.id()));
    opinions.add(Opinion.of(said, nowMs, incident));
    measures.replace(before, Resolution.of(incident, opinions.of(incident.id())));
    if (opinions.all().size() > settings.maxOpinions()) {
      takeBack(opinions.oldest());
    }
  }

  private void withdraw(IncidentFeedback said) {
    Opinion known = said.withdraws() == null ? null : opinions.all().get(said.withdraws());
    if (known == null) {
      unmatched++;
    } else {
      takeBack(known);
    }
  }

  private void takeBack(Opinion opinion) {
    String incident = opinion.said().incident();
    Resolution before = Resolution.of(past.get(incident), opinions.of(incident));
    opinions.remove(opinion);
    measures.replace(before, Resolution.of(past.get(incident), opinions.of(incident)));
  }

  /** Notes the revision of an incident that has so many signs. */
  void note(Incident incident, int signs) {
    Opinion opinion = opinions.of(incident.id());
    Resolution before = Resolution.of(past.get(incident.id()), opinion);
    RememberedIncident now = RememberedIncident.of(incident, signs);
    past.put(incident.id(), now);
    measures.replace(before, Resolution.of(now, opinion));
    if (past.size() > settings.maxPast()) {
      past.remove(Collections.min(past.values(), OLDEST).id());
    }
  }

  void forget(long nowMs) {
    windows.forgetBefore(nowMs);
    Instant before = Instant.ofEpochMilli(nowMs).minus(settings.remember());
    past.values().removeIf(incident -> incident.updatedAt().isBefore(before));
    measures.forgetBefore(before.minus(MORE), settings.maxMeasures());
  }

  boolean isEmpty() {
    return windows.all().isEmpty()
        && opinions.all().isEmpty()
        && past.isEmpty()
        && measures.all().isEmpty();
  }

  /** Puts past incidents in place: restoring. */
  public void putPast(Collection<RememberedIncident> incidents) {
    incidents.forEach(incident -> past.put(incident.id(), incident));
  }

  /** Incidents that can be spoken of, by id. */
  public NavigableMap<String, RememberedIncident> past() {
    return Collections.unmodifiableNavigableMap(past);
  }

  /** Windows that people have declared. */
  public WindowLog windows() {
    return windows;
  }

  /** What people said of incidents. */
  public OpinionLog opinions() {
    return opinions;
  }

  /** What came of incidents. */
  public MeasureBook measures() {
    return measures;
  }

  /** Measures that have changed since the last call. */
  public List<IncidentMeasure> takeMeasures() {
    return measures.take();
  }
}
