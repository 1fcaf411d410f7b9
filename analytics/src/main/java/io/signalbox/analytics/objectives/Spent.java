// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

/**
 * Requests of an objective, added up.
 *
 * @param requests all that counted
 * @param bad those that failed, or took too long
 * @param missedMs time in windows in which the objective was missed, milliseconds
 */
public record Spent(long requests, long bad, long missedMs) {
  /** Nothing yet. */
  public static final Spent NOTHING = new Spent(0, 0, 0);

  Spent plus(ObjectiveWindow window, boolean missed) {
    long more = window.endAt().toEpochMilli() - window.startAt().toEpochMilli();
    return new Spent(
        requests + window.requests(), bad + window.bad(), missedMs + (missed ? more : 0));
  }

  Spent minus(Spent earlier) {
    return new Spent(requests - earlier.requests, bad - earlier.bad, missedMs - earlier.missedMs);
  }
}
