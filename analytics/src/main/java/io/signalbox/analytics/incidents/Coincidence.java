// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.List;
import java.util.TreeMap;

/**
 * How improbable it is that all that speaks of one event came together by chance: the evidence of
 * each family of series at each node or edge, beyond what single values show now and then, summed.
 * One sample of several series opens an incident by this where one series would need many.
 */
final class Coincidence {
  /** What single values show now and then, nats. */
  private static final double COMMON = 6;

  /** No family counts for more, nats. */
  private static final double MOST = 12;

  /** Evidence that is enough at once, and that which is enough when it lasts, nats. */
  private static final double ENOUGH = 30;

  private static final double LASTING = 16;

  /** What began so long before anyone felt it is left from something else; or the slack. */
  private static final long NEAR_MS = 180_000;

  private final CorrelationSettings settings;
  private final double sum;
  private final boolean felt;
  private final long sinceMs;
  private final long latestMs;

  Coincidence(List<Sighting> sightings, CorrelationSettings settings) {
    this.settings = settings;
    long fromMs = firstFeltMs(sightings) - Math.max(NEAR_MS, settings.slack().toMillis());
    TreeMap<String, Double> families = new TreeMap<>();
    boolean anyFelt = false;
    long since = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (Sighting sighting : sightings) {
      Episode episode = sighting.episode();
      double nats = -StrictMath.log(Math.max(episode.pValue(), 1e-300)) - COMMON;
      if (nats > 0 && counts(episode) && sighting.startMs() >= fromMs) {
        String family =
            episode.service() + '\u0001' + episode.peer() + '\u0001' + OpeningRule.family(episode);
        families.merge(family, Math.min(MOST, nats), Math::max);
        anyFelt |= isFelt(episode);
        since = Math.min(since, sighting.startMs());
        latest = Math.max(latest, sighting.seenMs());
      }
    }
    sum = families.values().stream().mapToDouble(Double::doubleValue).sum();
    felt = anyFelt;
    sinceMs = since;
    latestMs = latest;
  }

  private static boolean isFelt(Episode episode) {
    return Weight.isFelt(episode.kind()) && Weight.isMaterial(episode);
  }

  /** When the first sign that a person would feel began; far in the future when there is none. */
  private static long firstFeltMs(List<Sighting> sightings) {
    return sightings.stream()
        .filter(sighting -> isFelt(sighting.episode()))
        .mapToLong(Sighting::startMs)
        .min()
        .orElse(OpeningRule.NEVER);
  }

  /** A service that has less to do is no trouble, and statements about many series repeat them. */
  private static boolean counts(Episode episode) {
    return switch (episode.kind()) {
      case RATE, SERVICE -> false;
      case METRIC, COST -> Weight.ofDirection(episode) == 1;
      default -> true;
    };
  }

  /** When it is reason enough to open an incident, or {@link OpeningRule#NEVER}. */
  long ripeMs() {
    if (!felt || sum < LASTING) {
      return OpeningRule.NEVER;
    }
    long settled = latestMs + settings.settle().toMillis();
    return sum >= ENOUGH ? settled : Math.max(settled, sinceMs + settings.persist().toMillis());
  }

  /** True while it is reason enough to keep one open. */
  boolean holds() {
    return felt && sum >= LASTING / 2;
  }
}
