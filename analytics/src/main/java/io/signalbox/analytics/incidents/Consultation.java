// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Suspicion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says who is the likeliest cause at a moment, of all that is known: episodes and single improbable
 * values, all taken for one event. By the same reasoning as incidents.
 */
final class Consultation {
  private final Situation situation;
  private final CorrelationSettings settings;
  private final long nowMs;
  private final TreeMap<String, Episode> all = new TreeMap<>();

  Consultation(Situation situation, long nowMs) {
    this.situation = situation;
    this.settings = situation.settings();
    this.nowMs = nowMs;
    for (Doubt doubt : situation.doubts().all().values()) {
      if (doubt.lastMs() >= nowMs - settings.near().toMillis()) {
        Episode episode = MetricReading.of(episode(doubt));
        all.put(keyOf(episode), episode);
      }
    }
    for (Sighting sighting : situation.episodes().all().values()) {
      if (sighting.endMs() + settings.linger().toMillis() > nowMs) {
        Episode episode = sighting.episode();
        all.merge(keyOf(episode), episode, (doubt, one) -> stronger(doubt, one));
      }
    }
  }

  /** Of a doubt and the episode of the same series the id and onset of one, the strength of both. */
  private static Episode stronger(Episode doubt, Episode episode) {
    return doubt.score() > episode.score() ? doubt : episode;
  }

  private static String keyOf(Episode episode) {
    return episode.service() + '\u0001' + episode.kind() + '\u0001' + episode.subject() + '\u0001' + episode.peer();
  }

  private static Episode episode(Doubt doubt) {
    Suspicion worst = doubt.worst();
    double p = StrictMath.exp(-worst.evidence());
    return new Episode(
        "doubt-" + worst.service() + "-" + worst.kind() + "-" + worst.subject(),
        1,
        EpisodeStatus.OPEN,
        worst.environment(),
        worst.service(),
        worst.kind(),
        worst.subject(),
        null,
        Instant.ofEpochMilli(doubt.sinceMs()),
        worst.at(),
        null,
        EpisodeGate.score(p),
        p,
        worst.value(),
        worst.expected(),
        worst.expected(),
        worst.expected(),
        worst.support(),
        "");
  }

  Answer answer(Inquiry inquiry) {
    Scene scene = SceneBuilder.build(situation.topology(), all.values(), settings, nowMs);
    Judgement judgement = Judgement.of(scene, settings);
    Group whole = whole(scene, judgement);
    ChangeProximity proximity = new ChangeProximity(situation.changes().all(), settings);
    List<Suspect> suspects =
        Ranking.of(scene, whole, judgement, proximity, situation.matches(), settings);
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
        proximity.around(whole.involved(), whole.onsetMs()),
        List.copyOf(victims));
  }

  private Group whole(Scene scene, Judgement judgement) {
    TreeSet<String> roots = new TreeSet<>();
    TreeSet<String> nodes = new TreeSet<>();
    TreeSet<String> reached = new TreeSet<>();
    List<Episode> episodes = new ArrayList<>();
    long onsetMs = nowMs;
    for (Group group : Grouping.of(scene, judgement, settings)) {
      roots.addAll(group.roots());
      nodes.addAll(group.nodes());
      reached.addAll(group.reached());
      episodes.addAll(group.episodes());
      onsetMs = Math.min(onsetMs, group.onsetMs());
    }
    return new Group(roots, nodes, reached, episodes, onsetMs);
  }
}
