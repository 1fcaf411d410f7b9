// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import io.signalbox.analytics.signals.DistinctSketch;
import java.time.Instant;
import java.util.Objects;

/**
 * Requests that counted for an objective in one window of event time.
 *
 * @param environment deployment environment, empty when none is stated
 * @param objective id of the objective
 * @param startAt first instant of the window
 * @param endAt first instant after it
 * @param requests all that counted, at least one
 * @param bad those that failed, or took too long
 * @param users different users behind those that were bad, as text of a {@link DistinctSketch};
 *     empty when nobody said who they are
 */
public record ObjectiveWindow(
    String environment,
    String objective,
    Instant startAt,
    Instant endAt,
    long requests,
    long bad,
    String users) {
  /** Length of a window in milliseconds; windows are aligned to the epoch. */
  public static final long LENGTH_MS = 10_000;

  /** What was written before users were counted has none. */
  public ObjectiveWindow {
    users = Objects.requireNonNullElse(users, "");
  }

  /** A window in which nobody said who they are. */
  public ObjectiveWindow(
      String environment,
      String objective,
      Instant startAt,
      Instant endAt,
      long requests,
      long bad) {
    this(environment, objective, startAt, endAt, requests, bad, "");
  }
}
