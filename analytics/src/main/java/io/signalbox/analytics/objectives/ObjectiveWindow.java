// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import java.time.Instant;

/**
 * Requests that counted for an objective in one window of event time.
 *
 * @param environment deployment environment, empty when none is stated
 * @param objective id of the objective
 * @param startAt first instant of the window
 * @param endAt first instant after it
 * @param requests all that counted, at least one
 * @param bad those that failed, or took too long
 */
public record ObjectiveWindow(
    String environment, String objective, Instant startAt, Instant endAt, long requests, long bad) {
  /** Length of a window in milliseconds; windows are aligned to the epoch. */
  public static final long LENGTH_MS = 10_000;
}
