// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
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
  private final Barrier barrier;
  private final ChangeProximity proximity;
  private final Set<String> members;
  private final Signs signs;
  private final TreeMap<String, Sighting> live = new TreeMap<>();
  private final Set<String> handled = new TreeSet<>();
  private final Set<String> torn = new TreeSet<>();

  /** What stays with an incident though nothing joins it to the rest now, by id. */
  private final Map<String, List<Sighting>> aside = new HashMap<>();

  /** Episodes to the incidents that go on and of which they were a part. */
  private final Map<String, List<String>> owners = new HashMap<>();

  private long dueMs = Long.MAX_VALUE;
  private final Scene scene;
  private final Judgement judgement;
  private final Parting parting;

  Assessment(Situation situation, long nowMs, Consumer<Incident> out) {
    this.situation = situation;
    this.book = situation.book();
    this.nowMs = nowMs;
    this.out = out;
    this.members = book.members();
    this.signs = new Signs(situation, nowMs);
    this.settings = situation.settings().resolving(signs.resolutionMs());
    this.rule = new OpeningRule(situation.topology(), settings);
    this.barrier = new Barrier(situation.lifecycle().windows(), settings.lifecycle(), nowMs);
    this.proximity = new ChangeProximity(situation.changes().all(), settings);
    signs.all().values().forEach(this::addIfLive);
    List<Episode> episodes = live.values().stream().map(Sighting::episode).toList();
    long sinceMs = nowMs - settings.near().toMillis();
    List<Complaint> complaints = Complaint.since(situation.doubts(), sinceMs);
    this.scene = SceneBuilder.build(situation.topology(), episodes, complaints, settings, nowMs);
    Channels channels = situation.lifecycle().opinions().channels();
    this.judgement = Judgement.of(scene, settings, channels);
    this.parting = new Parting(scene, settings, nowMs);
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

  /** The same for an incident that is held open for longer; says when to look again. */
  private boolean isCurrent(Sighting sighting, long holdMs) {
    long untilMs = signs.untilMs(sighting.episode().id());
    if (untilMs > nowMs - holdMs && untilMs != Long.MAX_VALUE) {
      dueMs = Math.min(dueMs, untilMs + holdMs);
    }
    return untilMs > nowMs - holdMs;
  }

  private boolean isOpen(Sighting sighting) {
    return signs.isOpen(sighting.episode().id(), nowMs);
  }

  /** Writes what is due and says when to look again, epoch milliseconds. */
  long run() {
    book.forgetResolved(nowMs - settings.reopen().toMillis());
    List<Group> groups = Grouping.of(scene, judgement, settings);
    Map<Integer, IncidentFile> matched = book.match(groups, nowMs, out);
    for (IncidentFile file : book.open()) {
      for (String member : file.members()) {
        owners.computeIfAbsent(member, id -> new ArrayList<>(1)).add(file.last().id());
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      if (!matched.containsKey(i) && !stays(groups.get(i), groups, matched)) {
        considerOpening(groups.get(i));
      }
    }
    matched.forEach((i, file) -> follow(groups.get(i), file));
    resolveOthers();
    return groups.isEmpty() ? dueMs : Math.min(dueMs, barrier.nextMs());
  }

  /** True for a part of an incident that is no event of its own though nothing joins it now. */
  private boolean stays(Group part, List<Group> groups, Map<Integer, IncidentFile> matched) {
    for (Map.Entry<Integer, IncidentFile> one : matched.entrySet()) {
      IncidentFile file = one.getValue();
      if (part.episodes().stream().anyMatch(episode -> file.members().contains(episode.id()))
          && !parting.isApart(part, groups.get(one.getKey()))) {
        aside.computeIfAbsent(file.last().id(), id -> new ArrayList<>()).addAll(sightings(part));
        return true;
      }
    }
    return false;
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
    if (ripeMs <= nowMs) {
      ripeMs = CallsToCome.untilMs(scene, group, settings);
    }
    if (ripeMs > nowMs) {
      dueMs = Math.min(dueMs, ripeMs);
      return;
    }
    Draft draft = draft(group, null);
    if (draft == null || barrier.holdsBack(draft)) {
      return;
    }
    IncidentFile whole = splitting(group);
    IncidentFile earlier = whole == null ? book.returning(draft, settings.reopen()) : null;
    if (earlier != null) {
      Incident again = Revisions.next(earlier.last(), IncidentStatus.REOPENED, draft, nowMs);
      write(again, group, earlier.reopened() + 1);
      return;
    }
    String from = whole == null ? null : whole.last().id();
    write(Revisions.open(situation.environment(), draft, from, nowMs), group, 0);
  }

  /** The oldest incident that goes on elsewhere and of which this event was a part, if any. */
  private @Nullable IncidentFile splitting(Group group) {
    Set<String> sharing = new HashSet<>();
    group
        .episodes()
        .forEach(episode -> sharing.addAll(owners.getOrDefault(episode.id(), List.of())));
    List<IncidentFile> whole =
        sharing.isEmpty()
            ? List.of()
            : book.open().stream()
                .filter(file -> !handled.contains(file.last().id()))
                .filter(file -> sharing.contains(file.last().id()))
                .toList();
    whole.forEach(file -> torn.add(file.last().id()));
    return whole.isEmpty() ? null : whole.get(0);
  }

  private void follow(Group group, IncidentFile file) {
    List<Sighting> all = sightings(group);
    all.addAll(aside.getOrDefault(file.last().id(), List.of()));
    long holdMs = barrier.holdMs(file);
    List<Sighting> current = all.stream().filter(one -> isCurrent(one, holdMs)).toList();
    if (!rule.holds(all, current)) {
      resolve(file);
      return;
    }
    if (current.stream().noneMatch(this::isOpen)) {
      keep(file.last(), group, file.reopened());
      return;
    }
    boolean atOnce = torn.contains(file.last().id()) || barrier.silencesAnew(file.last());
    long mayMs = file.updatedMs() + settings.debounce().toMillis();
    if (!atOnce && mayMs > nowMs) {
      dueMs = Math.min(dueMs, mayMs); // what there is to say is looked at when it may be said
      keep(file.last(), group, file.reopened());
      return;
    }
    Draft draft = draft(group, isRecovering(group) ? file.last() : null);
    if (draft == null || !(atOnce || draft.differsFrom(file.last()))) {
      keep(file.last(), group, file.reopened());
      return;
    }
    Incident next = Revisions.next(file.last(), IncidentStatus.UPDATED, draft, nowMs);
    write(next, group, file.reopened());
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

  private void write(Incident incident, Group group, int reopened) {
    Incident told = barrier.silenced(incident);
    out.accept(told);
    situation.lifecycle().note(told, group.episodeIds().size());
    keep(told, group, reopened);
  }

  private void keep(Incident incident, Group group, int reopened) {
    handled.add(incident.id());
    SortedSet<String> members = group.episodeIds();
    aside
        .getOrDefault(incident.id(), List.of())
        .forEach(sighting -> members.add(sighting.episode().id()));
    book.put(new IncidentFile(incident, members, reopened));
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
    situation.lifecycle().note(resolved, file.members().size());
    book.put(new IncidentFile(resolved, file.members(), file.reopened()));
  }
}
