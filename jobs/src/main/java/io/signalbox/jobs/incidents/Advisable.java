// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.signals.Change;
import org.jspecify.annotations.Nullable;

/**
 * One thing that advice is about or is made of; one of the four parts is there, the others are
 * null.
 *
 * @param foundMs event time at which it counts, epoch milliseconds
 * @param environment the key of advice
 * @param incident a revision that is to be advised on
 * @param outcome what came of a recommendation
 * @param owned who owns a service
 * @param counted requests that count for an objective
 */
public record Advisable(
    long foundMs,
    String environment,
    @Nullable Incident incident,
    @Nullable Outcome outcome,
    @Nullable Change owned,
    @Nullable ObjectiveWindow counted) {

  static Advisable of(long foundMs, Incident incident) {
    return new Advisable(foundMs, incident.environment(), incident, null, null, null);
  }

  static Advisable of(Outcome outcome) {
    return new Advisable(
        outcome.at().toEpochMilli(), outcome.environment(), null, outcome, null, null);
  }

  static Advisable of(long foundMs, Change owned) {
    return new Advisable(foundMs, owned.environment(), null, null, owned, null);
  }

  static Advisable of(long foundMs, ObjectiveWindow counted) {
    return new Advisable(foundMs, counted.environment(), null, null, null, counted);
  }

  /** The same from another time on. */
  Advisable from(long otherMs) {
    return new Advisable(otherMs, environment, incident, outcome, owned, counted);
  }
}
