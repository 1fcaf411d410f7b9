// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a person is woken for. Calls that fail, or a node that went silent and is missed: as
 * soon as the picture has settled, and so when half of the calls take many times as long again and
 * again. Other slowness: when it lasts, or when two that look at it apart say it is many times the
 * usual. Metrics, rates and logs: never alone, unless several that have nothing to do with each
 * other stay strange for minutes, on a node that others depend on.
 */
final class OpeningRule {
  /** Never. */
  static final long NEVER = Long.MAX_VALUE;

  /** Of slowness of most calls that comes again: the times, not this, say that it is no chance. */
  private static final double UNLIKELY = 1e-3;

  private static final double STRONG = 0.5;
  private static final double VERY_STRONG = 0.6;
  private static final int FAMILIES = 3;
  private static final int AGREEING = 2;

  /** Slowness of most calls that has lasted so long is no hiccup. */
  private static final long WHILE_MS = 20_000;

  /** Values a minute apart are seldom quite. */
  private static final long SCRAPE_JITTER_MS = 5_000;

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
      ripe = Math.min(ripe, aloneMs(sighting, sightings));
    }
    return Math.min(ripe, blatantMs(sightings));
  }

  /** When two families of series agree that calls of a node or edge take many times as long. */
  private long blatantMs(List<Sighting> sightings) {
    Map<String, TreeMap<String, Long>> familiesOf = new TreeMap<>();
    for (Sighting sighting : sightings) {
      Episode episode = sighting.episode();
      if (Weight.isManyTimes(episode) && episode.score() >= STRONG) {
        familiesOf
            .computeIfAbsent(episode.service() + '\u0001' + episode.peer(), of -> new TreeMap<>())
            .merge(seriesFamily(episode), sighting.seenMs(), Math::min);
      }
    }
    return familiesOf.values().stream()
        .mapToLong(seen -> nth(seen.values(), AGREEING, settings.settle().toMillis()))
        .min()
        .orElse(NEVER);
  }

  private long aloneMs(Sighting sighting, List<Sighting> all) {
    Episode episode = sighting.episode();
    if (!Weight.isFelt(episode.kind()) || !Weight.isMaterial(episode)) {
      return NEVER;
    }
    long settled = sighting.seenMs() + settings.settle().toMillis();
    boolean measured = MetricReading.isOfMetric(episode);
    if (!measured && isOfMostCalls(episode)) {
      return Math.max(settled, episode.updatedAt().toEpochMilli() + settings.settle().toMillis());
    }
    if (Signs.isDoubt(episode)) {
      return lastedMs(episode);
    }
    if (measured && !Weight.isLarge(episode)) {
      return NEVER;
    }
    if (!measured && episode.kind() == EpisodeKind.EDGE_WIRE && isTailOnly(episode)) {
      return NEVER;
    }
    long persistMs = settings.persist().toMillis();
    boolean strong = episode.score() >= STRONG;
    return switch (episode.kind()) {
      case SILENCE -> isMissed(episode.service(), all) ? settled : NEVER;
      case DURATION, EDGE_WIRE ->
          Math.max(settled, sighting.startMs() + (strong ? persistMs : 3 * persistMs));
      default -> strong ? settled : Math.max(settled, sighting.startMs() + persistMs);
    };
  }

  /**
   * True when half of the calls took many times as long twice, or three times as long for a while:
   * a tail may do so by the chance of one call, the middle of all calls does not.
   */
  private boolean isOfMostCalls(Episode episode) {
    long lastedMs = Duration.between(episode.startedAt(), episode.updatedAt()).toMillis();
    boolean twice = lastedMs > 0 || !Signs.isDoubt(episode);
    boolean slow =
        (twice && Weight.isManyTimes(episode)) || (lastedMs >= WHILE_MS && Weight.isLarge(episode));
    return slow
        && episode.expected() > 0
        && episode.pValue() <= UNLIKELY
        && switch (episode.kind()) {
          case DURATION -> episode.subject().endsWith(" p50");
          case EDGE_WIRE -> isOfHalf(edgeOf(episode), episode);
          default -> false;
        };
  }

  /** By those who call it, or by those whom it called and who have less to do now. */
  private boolean isMissed(String silent, List<Sighting> all) {
    return topology.callerCount(silent) > 0
        || all.stream()
            .map(Sighting::episode)
            .anyMatch(one -> Weight.isLessLoad(one) && topology.calls(silent, one.service()));
  }

  /** A run of values that are improbable and large opens one as soon as it has lasted. */
  private long lastedMs(Episode doubt) {
    long ripe = doubt.startedAt().plus(settings.persist()).toEpochMilli();
    boolean lasted = doubt.updatedAt().toEpochMilli() >= ripe - SCRAPE_JITTER_MS;
    return lasted && doubt.score() >= STRONG && Weight.isLarge(doubt) ? ripe : NEVER;
  }

  /** Calls of which half take no longer than usual wake nobody by themselves. */
  private boolean isTailOnly(Episode episode) {
    EdgeHistory edge = edgeOf(episode);
    return edge != null && edge.learnsDurations() && !isOfHalf(edge, episode);
  }

  private static boolean isOfHalf(@Nullable EdgeHistory edge, Episode episode) {
    return edge != null && edge.wasSlowAfter(episode.startedAt().toEpochMilli());
  }

  private @Nullable EdgeHistory edgeOf(Episode episode) {
    return topology.edge(episode.service(), String.valueOf(episode.peer()));
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
    return nth(starts.values(), FAMILIES, settings.corroborate().toMillis());
  }

  /** The n-th of some times, and so much more; never when there are fewer. */
  private static long nth(Collection<Long> times, int n, long moreMs) {
    return times.stream().sorted().skip(n - 1L).findFirst().map(at -> at + moreMs).orElse(NEVER);
  }

  /** Series of the same family tell the same story: the first two parts of a metric's name. */
  static String family(Episode episode) {
    return episode.kind() == EpisodeKind.METRIC ? seriesFamily(episode) : episode.kind().name();
  }

  /** The same, of metrics that are read as what they say about requests too. */
  private static String seriesFamily(Episode episode) {
    if (MetricReading.kindOf(episode) != EpisodeKind.METRIC) {
      return episode.kind().name();
    }
    String name = MetricReading.seriesOf(episode).split("\\{", 2)[0];
    String[] parts = name.split("[._/]", 3);
    return parts.length < 2 ? firstWord(name) : parts[0] + '.' + parts[1];
  }
}
