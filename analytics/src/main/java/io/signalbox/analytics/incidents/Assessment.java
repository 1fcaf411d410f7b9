// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at the situation: rebuilds the events from what counts now, finds the incidents they
 * are, and writes the revisions that are due.
 */
final class Assessment {
  private final Situation situation;
  private final CorrelationSettings settings;
  private final IncidentBook book;
  private final long nowMs;
  private final Consumer<Incident> out;
  private final OpeningRule rule;
  private final ChangeProximity proximity;
  private final Set<String> members;
  private final Signs signs;
  private final TreeMap<String, Sighting> live = new TreeMap<>();
  private final Set<String> handled = new TreeSet<>();
  private final Set<String> torn = new TreeSet<>();
  private long dueMs = Long.MAX_VALUE;
  private final Scene scene;
  private final Judgement judgement;

  Assessment(Situation situation, long nowMs, Consumer<Incident> out) {
    this.situation = situation;
    this.book = situation.book();
    this.nowMs = nowMs;
    this.out = out;
    this.members = book.members();
    this.signs = new Signs(situation, nowMs);
    this.settings = situation.settings().resolving(signs.resolutionMs());
    this.rule = new OpeningRule(situation.topology(), settings);
    this.proximity = new ChangeProximity(situation.changes().all(), settings);
    signs.all().values().forEach(this::addIfLive);
    List<Episode> episodes = live.values().stream().map(Sighting::episode).toList();
    long sinceMs = nowMs - settings.near().toMillis();
    List<Complaint> complaints = Complaint.since(situation.doubts(), sinceMs);
    this.scene = SceneBuilder.build(situation.topology(), episodes, complaints, settings, nowMs);
    this.judgement = Judgement.of(scene, settings);
  }

  /** What is open, what ended a moment ago, and all that is part of an incident that goes on. */
  private void addIfLive(Sighting sighting) {
    String id = sighting.episode().id();
    if (isCurrent(sighting)) {
      live.put(id, sighting);
      dueMs = Math.min(dueMs, signs.untilMs(id));
    } else if (members.contains(id)) {
      live.put(id, sighting);
    }
  }

  private boolean isCurrent(Sighting sighting) {
    return signs.untilMs(sighting.episode().id()) > nowMs;
  }

  private boolean isOpen(Sighting sighting) {
    return signs.isOpen(sighting.episode().id(), nowMs);
  }

  /** Writes what is due and says when to look again, epoch milliseconds. */
  long run() {
    book.forgetResolved(nowMs - settings.reopen().toMillis());
    List<Group> groups = Grouping.of(scene, judgement, settings);
    Map<Integer, IncidentFile> matched = book.match(groups, nowMs, out);
    for (int i = 0; i < groups.size(); i++) {
      if (!matched.containsKey(i)) {
        considerOpening(groups.get(i));
      }
    }
    matched.forEach((i, file) -> follow(groups.get(i), file));
    resolveOthers();
    return dueMs;
  }

  private List<Sighting> sightings(Group group) {
    List<Sighting> found = new ArrayList<>();
    for (Episode episode : group.episodes()) {
      found.add(Objects.requireNonNull(live.get(episode.id())));
    }
    return found;
  }

  private void considerOpening(Group group) {
    long ripeMs = rule.ripeMs(sightings(group).stream().filter(this::isOpen).toList());
    if (ripeMs > nowMs) {
      dueMs = Math.min(dueMs, ripeMs);
      return;
    }
    Draft draft = draft(group, null);
    if (draft == null) {
      return;
    }
    IncidentFile earlier = resolvedLike(draft);
    book.open().stream()
        .filter(file -> file.sharesAny(group.episodeIds()))
        .forEach(file -> torn.add(file.last().id()));
    write(
        earlier == null
            ? Revisions.open(situation.environment(), draft, nowMs)
            : Revisions.next(earlier.last(), IncidentStatus.REOPENED, draft, nowMs),
        group);
  }

  /** What began anew long after the last sign of it was over is another incident. */
  private @Nullable IncidentFile resolvedLike(Draft draft) {
    String node = draft.suspects().get(0).node();
    long sinceMs = draft.group().onsetMs() - settings.reopen().toMillis();
    return book.resolved().stream()
        .filter(file -> file.last().suspects().get(0).node().equals(node))
        .filter(file -> file.endedMs() >= sinceMs)
        .findFirst()
        .orElse(null);
  }

  private void follow(Group group, IncidentFile file) {
    List<Sighting> all = sightings(group);
    List<Sighting> current = all.stream().filter(this::isCurrent).toList();
    if (!rule.holds(all, current)) {
      resolve(file);
      return;
    }
    if (current.stream().noneMatch(this::isOpen)) {
      keep(file.last(), group);
      return;
    }
    Draft draft = draft(group, isRecovering(group) ? file.last() : null);
    boolean split = torn.contains(file.last().id());
    if (draft == null || !(split || draft.differsFrom(file.last()))) {
      keep(file.last(), group);
      return;
    }
    long mayMs = file.updatedMs() + settings.debounce().toMillis();
    if (!split && mayMs > nowMs) {
      dueMs = Math.min(dueMs, mayMs);
      keep(file.last(), group);
      return;
    }
    IncidentStatus status = split ? IncidentStatus.SPLIT : IncidentStatus.UPDATED;
    write(Revisions.next(file.last(), status, draft, nowMs), group);
  }

  /** True when a part of what was felt is over: what is gone is not to be unsaid. */
  private boolean isRecovering(Group group) {
    return sightings(group).stream()
        .anyMatch(one -> !isOpen(one) && Weight.isFelt(one.episode().kind()));
  }

  private @Nullable Draft draft(Group group, @Nullable Incident last) {
    List<Suspect> suspects =
        Ranking.of(scene, group, judgement, proximity, situation.matches(), settings);
    return suspects.isEmpty() ? null : Draft.of(scene, group, suspects, proximity, last);
  }

  private void write(Incident incident, Group group) {
    out.accept(incident);
    keep(incident, group);
  }

  private void keep(Incident incident, Group group) {
    handled.add(incident.id());
    book.put(new IncidentFile(incident, group.episodeIds()));
  }

  private void resolveOthers() {
    for (IncidentFile file : book.open()) {
      if (!handled.contains(file.last().id())) {
        resolve(file);
      }
    }
  }

  private void resolve(IncidentFile file) {
    long endedMs = file.last().openedAt().toEpochMilli();
    for (String member : file.members()) {
      Sighting sighting = signs.all().get(member);
      if (sighting != null && Weight.isFelt(sighting.episode().kind())) {
        endedMs = Math.max(endedMs, Math.min(signs.endMs(member), nowMs));
      }
    }
    Incident resolved = Revisions.resolve(file.last(), endedMs, nowMs);
    out.accept(resolved);
    book.put(new IncidentFile(resolved, file.members()));
  }
}
