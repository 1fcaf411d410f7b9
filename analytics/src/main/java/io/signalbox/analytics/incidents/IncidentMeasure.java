// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;

/**
 * What came of the incidents of one service on one day: sums and counts, so that means and shares
 * of any number of rows can be told exactly. The greatest revision holds.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the node that was suspected first
 * @param day UTC, its first moment; that on which the incidents were over
 * @param revision 1, 2, ...
 * @param updatedAt event time of this revision
 * @param incidents that are over, each once, however often it was reopened
 * @param timeToDetectMs sum over these of the time from the first evidence to the incident
 * @param timeToResolveMs sum over these of the time from the first evidence to the end of the last
 * @param signs sum over these of the episodes and runs of improbable values they are made of
 * @param judged of these, those that somebody has judged
 * @param actionable of the judged, those that were not rejected
 */
public record IncidentMeasure(
    String environment,
    String service,
    Instant day,
    int revision,
    Instant updatedAt,
    long incidents,
    long timeToDetectMs,
    long timeToResolveMs,
    long signs,
    long judged,
    long actionable) {

  IncidentMeasure and(Resolution outcome, int times) {
    return new IncidentMeasure(
        environment,
        service,
        day,
        revision,
        updatedAt,
        incidents + times,
        timeToDetectMs + times * outcome.detectMs(),
        timeToResolveMs + times * outcome.resolveMs(),
        signs + (long) times * outcome.signs(),
        judged + (outcome.judged() ? times : 0),
        actionable + (outcome.actionable() ? times : 0));
  }

  IncidentMeasure revised(Instant now) {
    return new IncidentMeasure(
        environment,
        service,
        day,
        revision + 1,
        now,
        incidents,
        timeToDetectMs,
        timeToResolveMs,
        signs,
        judged,
        actionable);
  }
}
