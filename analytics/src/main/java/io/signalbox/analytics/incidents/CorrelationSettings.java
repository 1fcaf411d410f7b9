// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Duration;

/**
 * What correlation takes for near, lasting and over. One configuration serves every system.
 *
 * @param slack by how much the onset of a cause may seem to come after that of its victim
 * @param near onsets further apart than this are not joined for standing next to each other
 * @param settle how long the first evidence waits for its companions before an incident opens
 * @param persist how long a slowdown must last to open an incident
 * @param corroborate how long several strong series must agree to open one without failing calls
 * @param linger how long closed evidence still counts; without any, the incident is resolved
 * @param debounce least event time between two revisions of an incident
 * @param reopen a resolved incident comes back when its first suspect is in trouble again within
 *     this time
 * @param changeWindow a change this long before an onset is suspicious, the closer the more
 * @param remember how long changes and silent edges are kept
 * @param hubCallers a node with more callers joins them only where the calls themselves suffer
 * @param maxEdges edges remembered; further ones are counted and refused
 * @param maxEpisodes episodes remembered; further ones are counted and refused
 * @param maxChanges changes remembered; the oldest go first, counted
 * @param maxMatches recognised failures remembered; the oldest go first, counted
 * @param lifecycle what holds an incident back, and what keeps it
 */
public record CorrelationSettings(
    Duration slack,
    Duration near,
    Duration settle,
    Duration persist,
    Duration corroborate,
    Duration linger,
    Duration debounce,
    Duration reopen,
    Duration changeWindow,
    Duration remember,
    int hubCallers,
    int maxEdges,
    int maxEpisodes,
    int maxChanges,
    int maxMatches,
    LifecycleSettings lifecycle) {

  /** The same where onsets are known no better than so many milliseconds. */
  CorrelationSettings resolving(long ms) {
    Duration wide = Duration.ofMillis(ms + ms / 2);
    return with(slack.compareTo(wide) < 0 ? wide : slack, lifecycle);
  }

  /** The same with another way to hold incidents back. */
  public CorrelationSettings with(LifecycleSettings other) {
    return with(slack, other);
  }

  private CorrelationSettings with(Duration otherSlack, LifecycleSettings otherLifecycle) {
    return new CorrelationSettings(
        otherSlack,
        near,
        settle,
        persist,
        corroborate,
        linger,
        debounce,
        reopen,
        changeWindow,
        remember,
        hubCallers,
        maxEdges,
        maxEpisodes,
        maxChanges,
        maxMatches,
        otherLifecycle);
  }

  /** The shipped configuration. */
  public static final CorrelationSettings DEFAULT =
      new CorrelationSettings(
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3),
          Duration.ofSeconds(90),
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          8,
          2_000_000,
          20_000,
          500,
          500,
          LifecycleSettings.DEFAULT);
}
