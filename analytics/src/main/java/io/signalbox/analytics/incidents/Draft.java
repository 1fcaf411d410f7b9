// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an incident would say now.
 *
 * @param group the event it is about; the rest as in {@link Incident}
 */
record Draft(
    Group group,
    Instant startedAt,
    Instant onsetAt,
    String title,
    String severity,
    List<String> services,
    List<Suspect> suspects,
    List<Change> changes,
    List<String> blastRadius,
    double telemetryScore) {
  /** Part of the weightiest evidence that what tells the onset has at least. */
  private static final double SUBSTANTIAL = 0.25;

  /**
   * Writes down an event that has at least one suspect.
   *
   * @param last what was said before, when it is recovering: as long as the first suspect stays,
   *     all who were involved remain so and the severity is the worst it had
   */
  static Draft of(
      Scene scene,
      Group group,
      List<Suspect> suspects,
      ChangeProximity proximity,
      @Nullable Incident last) {
    Suspect first = suspects.get(0);
    TreeSet<String> services = new TreeSet<>(group.involved());
    TreeSet<String> victims = victims(group);
    Incident before =
        last != null && last.suspects().get(0).node().equals(first.node()) ? last : null;
    if (before != null) {
      services.addAll(before.services());
      victims.addAll(before.blastRadius());
    }
    victims.remove(first.node());
    String severity = Severity.of(scene, group, victims.size());
    return new Draft(
        group,
        startedAt(group),
        onsetAt(first),
        Headline.of(first, victims),
        before == null ? severity : Severity.worse(severity, before.severity()),
        List.copyOf(services),
        suspects,
        proximity.around(services, group.onsetMs()),
        List.copyOf(victims),
        telemetryScore(scene, group));
  }

  /** Those who suffer: all that is reached but the roots. */
  private static TreeSet<String> victims(Group group) {
    TreeSet<String> victims = new TreeSet<>(group.reached());
    victims.removeAll(group.roots());
    return victims;
  }

  private static Instant startedAt(Group group) {
    Instant started = Instant.ofEpochMilli(group.onsetMs());
    for (Episode episode : group.episodes()) {
      if (Weight.isFelt(episode.kind()) && episode.startedAt().isBefore(started)) {
        started = episode.startedAt();
      }
    }
    return started;
  }

  /** What weighs little beside the rest does not say when it began: it may be left from before. */
  private static Instant onsetAt(Suspect first) {
    List<Evidence> signs = first.evidence().stream().filter(Evidence::isSign).toList();
    double most = signs.stream().mapToDouble(Evidence::weight).max().orElse(0);
    return signs.stream()
        .filter(sign -> sign.weight() >= SUBSTANTIAL * most)
        .map(Evidence::since)
        .min(Instant::compareTo)
        .orElse(first.evidence().get(0).since());
  }

  /** The share of involved nodes that speak for themselves. */
  private static double telemetryScore(Scene scene, Group group) {
    long silent = group.involved().stream().filter(node -> scene.node(node).silent).count();
    return 1 - (double) silent / group.involved().size();
  }

  /** True when a person should hear of the difference to what was said last. */
  boolean differsFrom(Incident last) {
    Suspect first = suspects.get(0);
    Suspect before = last.suspects().get(0);
    return !first.node().equals(before.node())
        || !first.kind().equals(before.kind())
        || !Objects.equals(first.version(), before.version())
        || !recognised(first).equals(recognised(before))
        || !severity.equals(last.severity())
        || !services.equals(last.services())
        || !blastRadius.equals(last.blastRadius());
  }

  private static Set<String> recognised(Suspect suspect) {
    return suspect.evidence().stream()
        .filter(one -> one.kind().equals(Evidence.PATTERN))
        .map(Evidence::subject)
        .collect(Collectors.toSet());
  }
}
