// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.function.Consumer;

/**
 * One look at one service: when it happens and where the verdicts go.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the service looked at
 * @param atMs last millisecond that was taken in, epoch milliseconds
 * @param series judges the values of series
 * @param episodes takes the revisions of episodes
 * @param suspicions takes what is improbable and no episode
 */
record Judgement(
    String environment,
    String service,
    long atMs,
    ValueJudge series,
    Consumer<Episode> episodes,
    Consumer<Suspicion> suspicions) {
  private static final GateSettings RELEASE = new GateSettings(-1, 1, 0.5, 1);

  /** Feeds a gate and passes on the revision it makes, if any. */
  void step(
      EpisodeGate gate, EpisodeKind kind, String subject, GateSettings settings, Observation seen) {
    Episode revision = gate.step(about(kind, subject), settings, seen);
    if (revision != null) {
      episodes.accept(revision);
    }
  }

  /** What an episode of this service is about. */
  EpisodeSubject about(EpisodeKind kind, String subject) {
    return new EpisodeSubject(environment, service, kind, subject, null);
  }

  /** Closes a gate about which nothing more will be learned. */
  void release(EpisodeGate gate, EpisodeKind kind, String subject) {
    step(gate, kind, subject, RELEASE, new Observation(atMs, 1, 0, 0, 0, 0, 0));
  }

  /**
   * True when what was seen may be learned: no episode is open or suspected, or it has been open
   * for a day and is what is usual now.
   */
  boolean learns(EpisodeGate gate) {
    return gate.startedAtMs == 0 || atMs - gate.startedAtMs >= RequestWatch.DAY_MS;
  }

  /** Feeds the judge of series. */
  void observe(EpisodeKind kind, String subject, double value, long support) {
    series.observe(EpisodeId.hash(kind.name(), subject), kind, subject, atMs, value, support);
  }
}
