// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the episode of a metric as what it says about requests: a latency that rose is a duration,
 * a lost share of successes are errors, and where the metric is about one peer it is of that edge.
 * Only ratios are read, so the unit does not matter.
 */
final class MetricReading {
  /** Stands before the subject, so that nobody takes the value for microseconds. */
  static final String MARK = "metric ";

  private MetricReading() {}

  static Episode of(Episode episode) {
    if (episode.kind() != EpisodeKind.METRIC) {
      return episode;
    }
    SeriesName name = SeriesName.of(episode.subject());
    boolean up = episode.value() > episode.expected();
    boolean ofEdge = !name.peer().isEmpty();
    return switch (MetricRole.of(name.name())) {
      case LATENCY -> up ? as(episode, timeOf(ofEdge), name.peer()) : episode;
      case FAILURE -> up ? as(episode, errorsOf(ofEdge), name.peer()) : episode;
      case SUCCESS -> up ? episode : lost(episode, errorsOf(ofEdge), name.peer());
      case LOAD -> as(episode, EpisodeKind.RATE, "");
      case INNER -> episode;
    };
  }

  /** True when requests fare better than usual by it: no trouble comes of that. */
  static boolean isGood(Episode episode) {
    if (episode.kind() != EpisodeKind.METRIC) {
      return false;
    }
    boolean up = episode.value() > episode.expected();
    return switch (MetricRole.of(SeriesName.of(episode.subject()).name())) {
      case LATENCY, FAILURE -> !up;
      case SUCCESS -> up;
      case LOAD, INNER -> false;
    };
  }

  /** True for what was read as requests: its rise or fall as detection saw it. */
  static boolean wasUp(Episode episode) {
    boolean lost =
        isOfMetric(episode)
            && MetricRole.of(SeriesName.of(seriesOf(episode)).name()) == MetricRole.SUCCESS;
    return lost ? false : episode.value() > episode.expected();
  }

  /** The series that an episode is about, as detection names it. */
  static String seriesOf(Episode episode) {
    return isOfMetric(episode) ? episode.subject().substring(MARK.length()) : episode.subject();
  }

  /** The kind as detection has it. */
  static EpisodeKind kindOf(Episode episode) {
    return isOfMetric(episode) ? EpisodeKind.METRIC : episode.kind();
  }

  /** True for a metric that was read as what it says about requests. */
  static boolean isOfMetric(Episode episode) {
    return episode.subject().startsWith(MARK);
  }

  private static EpisodeKind timeOf(boolean ofEdge) {
    return ofEdge ? EpisodeKind.EDGE_WIRE : EpisodeKind.DURATION;
  }

  private static EpisodeKind errorsOf(boolean ofEdge) {
    return ofEdge ? EpisodeKind.EDGE_ERRORS : EpisodeKind.ERRORS;
  }

  /** The share of what was usual that is missing. */
  private static Episode lost(Episode episode, EpisodeKind kind, String peer) {
    double usual = Math.max(Math.abs(episode.expected()), Math.abs(episode.value()));
    double share = usual == 0 ? 0 : (episode.expected() - episode.value()) / usual;
    return with(episode, kind, peer, share, 0);
  }

  private static Episode as(Episode episode, EpisodeKind kind, String peer) {
    return with(episode, kind, peer, episode.value(), episode.expected());
  }

  private static Episode with(
      Episode episode, EpisodeKind kind, String peer, double value, double expected) {
    @Nullable String other = peer.isEmpty() ? null : peer;
    return new Episode(
        episode.id(),
        episode.revision(),
        episode.status(),
        episode.environment(),
        episode.service(),
        kind,
        MARK + episode.subject(),
        other,
        episode.startedAt(),
        episode.updatedAt(),
        episode.endedAt(),
        episode.score(),
        episode.pValue(),
        value,
        expected,
        episode.lower(),
        episode.upper(),
        episode.support(),
        episode.reason());
  }
}
