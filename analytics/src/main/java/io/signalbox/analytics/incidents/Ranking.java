// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks the suspects of one event: the evidence against each node times the closeness of a change
 * and the failures it is known for.
 */
final class Ranking {
  private static final int MOST_SUSPECTS = 10;
  private static final int MOST_EVIDENCE = 8;

  /** What a change right at the onset adds to a suspicion, as a multiple of it. */
  private static final double CHANGE = 1.5;

  /** What a recognised failure adds that is certain, as a multiple of it. */
  private static final double PATTERN = 0.5;

  private static final Comparator<Evidence> STRONGEST =
      Comparator.comparingDouble(Evidence::weight)
          .reversed()
          .thenComparing(Evidence::kind)
          .thenComparing(Evidence::subject)
          .thenComparing(Evidence::since);

  private final ChangeProximity changes;
  private final MatchLog matches;
  private final Channels channels;
  private final long windowMs;

  private Ranking(
      ChangeProximity changes, MatchLog matches, Channels channels, CorrelationSettings settings) {
    this.changes = changes;
    this.matches = matches;
    this.channels = channels;
    this.windowMs = settings.changeWindow().toMillis();
  }

  /** The suspects of an event, likeliest first. */
  static List<Suspect> of(
      Scene scene,
      Group group,
      Judgement judgement,
      ChangeProximity changes,
      MatchLog matches,
      CorrelationSettings settings) {
    Ranking ranking = new Ranking(changes, matches, judgement.channels(), settings);
    List<Suspect> suspects = new ArrayList<>();
    Weighing.of(scene, group, judgement, settings)
        .forEach((node, evidence) -> suspects.add(ranking.suspect(scene.node(node), evidence)));
    suspects.sort(
        Comparator.comparingDouble(Suspect::score)
            .reversed()
            .thenComparing(suspect -> scene.node(suspect.node()).onsetMs())
            .thenComparing(Suspect::node));
    return Confidence.of(suspects, Suspect::score).stream().limit(MOST_SUSPECTS).toList();
  }

  private Suspect suspect(SceneNode node, List<Evidence> all) {
    all.sort(STRONGEST);
    double score = 0;
    for (Evidence one : all) {
      score += one.weight();
    }
    double felt = score;
    for (PatternMatch match : matches.against(node.name, node.onsetMs(), windowMs)) {
      Evidence gain = channels.heed(recognised(match, PATTERN * felt * match.confidence()));
      all.add(gain);
      score += gain.weight();
    }
    Change change = changes.closest(node.name, node.onsetMs());
    if (change != null) {
      double closeness = changes.closeness(change, node.onsetMs());
      Evidence gain = channels.heed(changed(change, node.onsetMs(), CHANGE * felt * closeness));
      all.add(gain);
      score += gain.weight();
    }
    all.sort(STRONGEST);
    String version = change == null ? null : change.version();
    String kind = node.silent && node.felt.isEmpty() ? "external" : "service";
    for (Episode episode : node.felt) {
      if (episode.kind() == EpisodeKind.COHORT && Cohort.of(episode).isVersion()) {
        kind = "version";
        version = Cohort.of(episode).value();
      }
    }
    List<Evidence> first = List.copyOf(all.subList(0, Math.min(all.size(), MOST_EVIDENCE)));
    return new Suspect(node.name, kind, version, score, 0, first);
  }

  private static Evidence recognised(PatternMatch match, double weight) {
    return new Evidence(
        Evidence.PATTERN, match.pattern(), match.startedAt(), match.title(), 0, 0, 1, weight);
  }

  private static Evidence changed(Change change, long onsetMs, double weight) {
    String subject = change.version() == null ? change.kind() : change.version();
    String said = Statements.of(change, onsetMs);
    return new Evidence(Evidence.CHANGE, subject, change.at(), said, 0, 0, 1, weight);
  }
}
