// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides what a person is woken for. Calls that fail or a node that others call and that went
 * silent: as soon as the picture has settled. Slowness: when it lasts. Metrics, rates and logs:
 * never alone, unless several that have nothing to do with each other stay strange for minutes, on
 * a node that others depend on.
 */
final class OpeningRule {
  /** Never. */
  static final long NEVER = Long.MAX_VALUE;

  private static final double STRONG = 0.5;
  private static final double VERY_STRONG = 0.6;
  private static final int FAMILIES = 3;

  private final Topology topology;
  private final CorrelationSettings settings;

  OpeningRule(Topology topology, CorrelationSettings settings) {
    this.topology = topology;
    this.settings = settings;
  }

  /**
   * When these episodes are reason enough.
   *
   * @return epoch milliseconds, or {@link #NEVER}
   */
  long ripeMs(List<Sighting> sightings) {
    long ripe = Math.min(corroboratedMs(sightings), new Coincidence(sightings, settings).ripeMs());
    for (Sighting sighting : sightings) {
      ripe = Math.min(ripe, aloneMs(sighting));
    }
    return ripe;
  }

  private long aloneMs(Sighting sighting) {
    Episode episode = sighting.episode();
    if (Signs.isDoubt(episode) || !Weight.isFelt(episode.kind()) || !Weight.isMaterial(episode)) {
      return NEVER;
    }
    boolean measured = MetricReading.kindOf(episode) != episode.kind();
    if (measured && !Weight.isLarge(episode)) {
      return NEVER;
    }
    if (!measured && episode.kind() == EpisodeKind.EDGE_WIRE && isTailOnly(episode)) {
      return NEVER;
    }
    long settled = sighting.seenMs() + settings.settle().toMillis();
    long persistMs = settings.persist().toMillis();
    boolean strong = episode.score() >= STRONG;
    return switch (episode.kind()) {
      case SILENCE -> topology.callerCount(episode.service()) == 0 ? NEVER : settled;
      case DURATION, EDGE_WIRE ->
          Math.max(settled, sighting.startMs() + (strong ? persistMs : 3 * persistMs));
      default -> strong ? settled : Math.max(settled, sighting.startMs() + persistMs);
    };
  }

  /** Calls of which half take no longer than usual wake nobody by themselves. */
  private boolean isTailOnly(Episode episode) {
    EdgeHistory edge = topology.edge(episode.service(), String.valueOf(episode.peer()));
    long startMs = episode.startedAt().toEpochMilli();
    return edge != null && edge.learnsDurations() && !edge.wasSlowAfter(startMs);
  }

  private long corroboratedMs(List<Sighting> sightings) {
    Map<String, TreeMap<String, Long>> familiesOf = new TreeMap<>();
    for (Sighting sighting : sightings) {
      Episode episode = sighting.episode();
      if (!Weight.isFelt(episode.kind())
          && !Signs.isDoubt(episode)
          && episode.kind() != EpisodeKind.RATE
          && episode.kind() != EpisodeKind.SERVICE
          && episode.score() >= VERY_STRONG
          && topology.knows(episode.service())) {
        familiesOf
            .computeIfAbsent(episode.service(), service -> new TreeMap<>())
            .merge(family(episode), sighting.startMs(), Math::min);
      }
    }
    return familiesOf.values().stream().mapToLong(this::agreedMs).min().orElse(NEVER);
  }

  private static String firstWord(String name) {
    return name.split("(?<=[a-z])(?=[A-Z])", 2)[0];
  }

  /**
   * True while there is reason enough to keep an incident open: what speaks now would open one, or
   * a good part of what would have is left. What never was reason enough keeps nothing open, so it
   * does not matter what it was once taken together with.
   *
   * @param all the episodes of the incident, those that are over included
   * @param current those that speak
   */
  boolean holds(List<Sighting> all, List<Sighting> current) {
    return ripeMs(current) != NEVER
        || (ripeMs(all) != NEVER && new Coincidence(current, settings).holds());
  }

  private long agreedMs(Map<String, Long> starts) {
    return starts.values().stream()
        .sorted()
        .skip(FAMILIES - 1L)
        .findFirst()
        .map(third -> third + settings.corroborate().toMillis())
        .orElse(NEVER);
  }

  /** Series of the same family tell the same story: the first two parts of a metric's name. */
  static String family(Episode episode) {
    if (episode.kind() != EpisodeKind.METRIC) {
      return episode.kind().name();
    }
    String name = episode.subject().split("\\{", 2)[0];
    String[] parts = name.split("[._/]", 3);
    return parts.length < 2 ? firstWord(name) : parts[0] + '.' + parts[1];
  }
}
