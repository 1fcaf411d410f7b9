// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says who is the likeliest cause at a moment, of all that is known, taken for one event. By the
 * same reasoning as incidents.
 */
final class Consultation {
  private static final double RECENT_MS = 300_000;

  private static final long COMPLAINTS_MS = 3_600_000;

  /**
   * Least worth of an alert against the service that it is about, of whom nothing else is known.
   */
  private static final double ALERTED = 0.5;

  /** Worth of suspicion against a node that the alerted service does not call, near or far. */
  private static final double ASIDE = 0.3;

  private final Situation situation;
  private final CorrelationSettings settings;
  private final long nowMs;
  private final List<Complaint> complaints;
  private final Scene scene;
  private final Judgement judgement;

  Consultation(Situation situation, long nowMs) {
    this.situation = situation;
    this.nowMs = nowMs;
    Signs signs = new Signs(situation, nowMs);
    this.settings = situation.settings().resolving(signs.resolutionMs());
    this.complaints = Complaint.since(situation.doubts(), nowMs - COMPLAINTS_MS);
    List<Episode> all = new ArrayList<>();
    signs
        .all()
        .forEach(
            (id, sighting) -> {
              if (signs.untilMs(id) > nowMs) {
                all.add(sighting.episode());
              }
            });
    this.scene = SceneBuilder.build(situation.topology(), all, complaints, settings, nowMs);
    this.judgement = Judgement.of(scene, settings, situation.lifecycle().opinions().channels());
  }

  Answer answer(Inquiry inquiry) {
    Group whole = whole(inquiry.service());
    ChangeProximity proximity = new ChangeProximity(situation.changes().all(), settings);
    List<Suspect> found =
        behind(
            inquiry.service(),
            Ranking.of(scene, whole, judgement, proximity, situation.matches(), settings));
    IncidentFile asked =
        inquiry.incident() == null ? null : situation.book().files().get(inquiry.incident());
    List<Suspect> suspects = asked == null ? found : asked.last().suspects();
    SortedSet<String> victims =
        suspects.isEmpty()
            ? new TreeSet<>()
            : new Victims(scene, judgement, settings).of(suspects.get(0).node(), whole.onsetMs());
    return new Answer(
        inquiry.id(),
        inquiry.environment(),
        Instant.ofEpochMilli(nowMs),
        situation.book().open().stream().map(file -> file.last().id()).toList(),
        suspects,
        change(whole, suspects),
        proximity.around(whole.involved(), whole.onsetMs()),
        List.copyOf(victims),
        whyNot(inquiry, asked, suspects));
  }

  private List<String> whyNot(
      Inquiry inquiry, @Nullable IncidentFile file, List<Suspect> suspects) {
    if (inquiry.whyNot() == null) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    if (inquiry.incident() != null && file == null) {
      said.add(inquiry.incident() + " is over or was never told; of all that is wrong now:");
    } else if (file != null && !file.last().services().contains(inquiry.whyNot())) {
      said.add(inquiry.whyNot() + " is not involved in " + inquiry.incident());
    }
    said.addAll(new WhyNot(scene, judgement.accounting(), suspects).of(inquiry.whyNot()));
    return said;
  }

  /**
   * Those on whom the alerted service hangs come before the others. When none of them is in
   * trouble, and nothing else is known against it, it is taken for the cause itself.
   */
  private List<Suspect> behind(@Nullable String alerted, List<Suspect> suspects) {
    if (alerted == null || !situation.topology().knows(alerted)) {
      return suspects;
    }
    Set<String> below = situation.topology().below(alerted);
    ToDoubleFunction<Suspect> standing =
        one -> one.score() * (below.contains(one.node()) ? 1 : ASIDE);
    List<Suspect> sorted = new ArrayList<>(suspects);
    sorted.sort(Comparator.comparingDouble(standing).reversed());
    if (suspects.stream().noneMatch(suspect -> below.contains(suspect.node()))) {
      double most = suspects.stream().mapToDouble(standing).max().orElse(0);
      sorted.add(0, alerted(alerted, Math.max(ALERTED, most)));
    }
    return Confidence.of(sorted, standing);
  }

  private Suspect alerted(String service, double score) {
    Instant now = Instant.ofEpochMilli(nowMs);
    String said = "people were alerted about it, and nothing that it calls is in trouble";
    Evidence alert = new Evidence("alert", service, now, said, 1, 0, 1, score);
    return new Suspect(service, "service", null, score, 0, List.of(alert));
  }

  private @Nullable String change(Group whole, List<Suspect> suspects) {
    List<String> symptoms = complaints.stream().map(Complaint::text).toList();
    if (suspects.isEmpty() || BeyondCode.isToldBy(symptoms)) {
      return null;
    }
    List<String> series = new ArrayList<>();
    whole.episodes().stream()
        .filter(one -> one.service().equals(suspects.get(0).node()))
        .forEach(one -> series.add(MetricReading.seriesOf(one)));
    TreeSet<String> nodes = new TreeSet<>(situation.topology().nodes());
    suspects.forEach(suspect -> nodes.add(suspect.node()));
    complaints.forEach(complaint -> nodes.add(complaint.service()));
    ChangeChoice choice = new ChangeChoice(situation.changes().all(), symptoms, series, nodes);
    Change chosen = choice.of(suspects, whole.onsetMs());
    return chosen == null ? null : chosen.id();
  }

  /** All groups as one, with the onset of the one that weighs most. */
  private Group whole(@Nullable String alerted) {
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
