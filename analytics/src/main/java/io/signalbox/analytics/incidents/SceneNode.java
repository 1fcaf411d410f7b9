// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A node of the anomalous part of the graph with what is wrong about it. */
final class SceneNode {
  /** Part of the strongest evidence that what tells the onset has at least. */
  private static final double SUBSTANTIAL = 0.5;

  final String name;

  /** Known from its callers alone. */
  final boolean silent;

  /** What its callers notice: errors, durations, cohorts, silence. */
  final List<Episode> felt = new ArrayList<>();

  /** Metrics, rates and logs. */
  final List<Episode> inner = new ArrayList<>();

  /** Onset of the first link that touches it, epoch milliseconds. */
  private long linkedMs = Long.MAX_VALUE;

  SceneNode(String name, boolean silent) {
    this.name = name;
    this.silent = silent;
  }

  void add(Episode episode) {
    (Weight.isFelt(episode.kind()) ? felt : inner).add(episode);
  }

  void linkedAt(long ms) {
    linkedMs = Math.min(linkedMs, ms);
  }

  /** True when it is in trouble by its own telemetry or by that of those who call it. */
  boolean isFelt() {
    return !felt.isEmpty() || linkedMs != Long.MAX_VALUE;
  }

  /** Strength of the strongest evidence of these kinds that its callers notice, 0..1. */
  double trouble(Predicate<EpisodeKind> kinds) {
    double most = 0;
    for (Episode episode : felt) {
      if (kinds.test(episode.kind())) {
        most = Math.max(most, Weight.strength(episode));
      }
    }
    return most;
  }

  /** A cohort or silence speaks for itself: no callee accounts for it. */
  boolean isSelfEvident() {
    return has(EpisodeKind.COHORT) || has(EpisodeKind.SILENCE);
  }

  boolean has(EpisodeKind kind) {
    return felt.stream().anyMatch(episode -> episode.kind() == kind);
  }

  /** True when a caller is in trouble too, and this one was no later and not long before. */
  boolean mayPassOnTo(SceneNode caller, long slackMs, long nearMs) {
    if (caller.felt.isEmpty()) {
      return false;
    }
    long onsetMs = caller.onsetMs();
    return felt.stream()
        .mapToLong(episode -> episode.startedAt().toEpochMilli())
        .anyMatch(start -> start <= onsetMs + slackMs && start >= onsetMs - nearMs);
  }

  /**
   * Start of its own felt trouble, else of the calls that suffer, else of the rest. What is weak
   * beside the rest of what is felt does not say when it began: it may be left from before.
   */
  long onsetMs() {
    if (!felt.isEmpty()) {
      double least = SUBSTANTIAL * trouble(kind -> true);
      return earliest(felt.stream().filter(episode -> Weight.strength(episode) >= least).toList());
    }
    return linkedMs != Long.MAX_VALUE ? linkedMs : earliest(inner);
  }

  /** Start of the strongest of its felt trouble, else as {@link #onsetMs}. */
  long mainOnsetMs() {
    Episode strongest = null;
    for (Episode episode : felt) {
      if (strongest == null || Weight.strength(episode) > Weight.strength(strongest)) {
        strongest = episode;
      }
    }
    return strongest == null ? onsetMs() : strongest.startedAt().toEpochMilli();
  }

  private static long earliest(List<Episode> episodes) {
    long earliest = Long.MAX_VALUE;
    for (Episode episode : episodes) {
      earliest = Math.min(earliest, episode.startedAt().toEpochMilli());
    }
    return earliest;
  }
}
