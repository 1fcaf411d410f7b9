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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says who is the likeliest cause at a moment, of all that is known, taken for one event. By the
 * same reasoning as incidents.
 */
final class Consultation {
  private static final double RECENT_MS = 300_000;

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
    signs.all().forEach((id, sighting) -> {
      if (signs.untilMs(id) > nowMs) {
        all.add(sighting.episode());
      }
    });
  }

  Answer answer(Inquiry inquiry) {
    Scene scene = SceneBuilder.build(situation.topology(), all, settings, nowMs);
    Judgement judgement = Judgement.of(scene, settings);
    Group whole = whole(scene, judgement, inquiry.service());
    ChangeProximity proximity = new ChangeProximity(situation.changes().all(), settings);
    List<Suspect> suspects =
        behind(
            inquiry.service(),
            Ranking.of(scene, whole, judgement, proximity, situation.matches(), settings));
    TreeSet<String> victims = new TreeSet<>(whole.reached());
    if (!suspects.isEmpty()) {
      victims.remove(suspects.get(0).node());
    }
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

  /** Those on whom the alerted service hangs come before the others. */
  private List<Suspect> behind(@Nullable String alerted, List<Suspect> suspects) {
    if (alerted == null || !situation.topology().knows(alerted)) {
      return suspects;
    }
    Set<String> reached = situation.topology().below(alerted);
    List<Suspect> sorted = new ArrayList<>(suspects);
    sorted.sort(Comparator.comparingDouble((Suspect one) -> -one.score() * (reached.contains(one.node()) ? 1 : ASIDE)));
    return sorted;
  }

  private @Nullable String change(Group whole, List<Suspect> suspects) {
    List<String> symptoms = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Episode episode : whole.episodes()) {
      (episode.kind() == EpisodeKind.LOGS ? symptoms : names).add(episode.subject());
    }
    if (suspects.isEmpty() || BeyondCode.isToldBy(symptoms)) {
      return null;
    }
    symptoms.addAll(names);
    long slackMs = settings.slack().toMillis();
    ChangeChoice choice = new ChangeChoice(situation.changes().all(), symptoms, slackMs);
    Change chosen = choice.of(List.of(suspects.get(0).node()), whole.onsetMs());
    return chosen == null ? null : chosen.id();
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
