// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says who is the likeliest cause at a moment, of all that is known, taken for one event. By the
 * same reasoning as incidents.
 */
final class Consultation {
  private static final double RECENT_MS = 300_000;

  /** Strength of trouble from which a node suffers. */
  private static final double TROUBLED = 0.3;

  private static final long COMPLAINTS_MS = 1_200_000;

  /** Worth of suspicion against a node that the alerted service does not call, near or far. */
  private static final double ASIDE = 0.3;

  private final Situation situation;
  private final CorrelationSettings settings;
  private final long nowMs;
  private final List<Episode> all = new ArrayList<>();

  Consultation(Situation situation, long nowMs) {
    this.situation = situation;
    this.nowMs = nowMs;
    Signs signs = new Signs(situation, nowMs);
    this.settings = situation.settings().resolving(signs.resolutionMs());
    signs
        .all()
        .forEach(
            (id, sighting) -> {
              if (signs.untilMs(id) > nowMs) {
                all.add(sighting.episode());
              }
            });
  }

  Answer answer(Inquiry inquiry) {
    Scene scene = SceneBuilder.build(situation.topology(), all, settings, nowMs);
    Judgement judgement =
        Judgement.of(scene, settings, situation.lifecycle().opinions().channels());
    Group whole = whole(scene, judgement, inquiry.service());
    ChangeProximity proximity = new ChangeProximity(situation.changes().all(), settings);
    List<Suspect> suspects =
        behind(
            inquiry.service(),
            Ranking.of(scene, whole, judgement, proximity, situation.matches(), settings));
    SortedSet<String> victims =
        suspects.isEmpty() ? new TreeSet<>() : victims(scene, whole, suspects.get(0).node());
    return new Answer(
        inquiry.id(),
        inquiry.environment(),
        Instant.ofEpochMilli(nowMs),
        situation.book().open().stream().map(file -> file.last().id()).toList(),
        suspects,
        change(whole, suspects),
        proximity.around(whole.involved(), whole.onsetMs()),
        List.copyOf(victims));
  }

  /**
   * Who suffers: who was reached from the first suspect, and who is in trouble at the same time and
   * calls it, near or far, or of whom no one knows whom it calls.
   */
  private SortedSet<String> victims(Scene scene, Group whole, String first) {
    TreeSet<String> victims = new TreeSet<>(whole.reached());
    for (SceneNode node : scene.nodes()) {
      long apart = Math.abs(node.mainOnsetMs() - whole.onsetMs());
      boolean troubled =
          node.trouble(kind -> true) >= TROUBLED && apart <= settings.near().toMillis();
      Topology topology = situation.topology();
      boolean hangs = !topology.knows(node.name) || topology.below(node.name).contains(first);
      if (troubled && hangs) {
        victims.add(node.name);
      }
    }
    victims.remove(first);
    return victims;
  }

  /** Those on whom the alerted service hangs come before the others. */
  private List<Suspect> behind(@Nullable String alerted, List<Suspect> suspects) {
    if (alerted == null || !situation.topology().knows(alerted)) {
      return suspects;
    }
    Set<String> reached = situation.topology().below(alerted);
    List<Suspect> sorted = new ArrayList<>(suspects);
    sorted.sort(
        Comparator.comparingDouble(
            (Suspect one) -> -one.score() * (reached.contains(one.node()) ? 1 : ASIDE)));
    return sorted;
  }

  private @Nullable String change(Group whole, List<Suspect> suspects) {
    List<String> symptoms = complaints();
    if (suspects.isEmpty() || BeyondCode.isToldBy(symptoms)) {
      return null;
    }
    if (symptoms.isEmpty()) {
      whole.episodes().forEach(episode -> symptoms.add(episode.subject()));
    }
    ChangeChoice choice = new ChangeChoice(situation.changes().all(), symptoms);
    Change chosen = choice.of(suspects, whole.onsetMs());
    return chosen == null ? null : chosen.id();
  }

  /** What services complained of lately that is new or came more often. */
  private List<String> complaints() {
    List<String> said = new ArrayList<>();
    for (Doubt doubt : situation.doubts().all().values()) {
      boolean recent = doubt.lastMs() >= nowMs - COMPLAINTS_MS;
      if (recent && doubt.worst().kind() == EpisodeKind.LOGS) {
        said.add(doubt.worst().subject());
      }
    }
    return said;
  }

  /** All groups as one, with the onset of the one that weighs most. */
  private Group whole(Scene scene, Judgement judgement, @Nullable String alerted) {
    TreeSet<String> roots = new TreeSet<>();
    TreeSet<String> nodes = new TreeSet<>();
    TreeSet<String> reached = new TreeSet<>();
    List<Episode> episodes = new ArrayList<>();
    long onsetMs = nowMs;
    double heaviest = -1;
    for (Group group : Grouping.of(scene, judgement, settings)) {
      roots.addAll(group.roots());
      nodes.addAll(group.nodes());
      reached.addAll(group.reached());
      episodes.addAll(group.episodes());
      double weight = weight(group);
      if (weight > heaviest) {
        heaviest = weight;
        onsetMs = group.onsetMs();
      }
    }
    SceneNode felt = alerted == null ? null : scene.find(alerted);
    if (felt != null && felt.isFelt()) {
      onsetMs = felt.mainOnsetMs();
    }
    return new Group(roots, nodes, reached, episodes, onsetMs);
  }

  /** What began of late weighs more: it is what is asked about. */
  private double weight(Group group) {
    double sum = group.episodes().stream().mapToDouble(Weight::strength).sum();
    double age = (double) Math.max(0, nowMs - group.onsetMs()) / RECENT_MS;
    return sum * StrictMath.exp(-age);
  }
}
