// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.Spent;
import io.signalbox.analytics.objectives.Worth;
import io.signalbox.analytics.signals.DistinctSketch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an incident has burnt of the error budget of one objective. */
final class Burn {
  private final Objective objective;
  private final Ledger ledger;
  private final long startMs;
  private final long endMs;
  private final Spent during;

  Burn(Objective objective, Ledger ledger, Incident incident) {
    this.objective = objective;
    this.ledger = ledger;
    Instant end = incident.resolvedAt() == null ? incident.updatedAt() : incident.resolvedAt();
    this.startMs = incident.startedAt().toEpochMilli();
    this.endMs = Math.max(startMs, end.toEpochMilli());
    this.during = ledger.between(startMs, endMs);
  }

  /** What is to be said of it; nothing while the objective holds, or is missed as ever. */
  Optional<ObjectiveHit> hit() {
    long above = during.bad() - usual();
    if (above <= 0 || !objective.isMissed(during.requests(), during.bad())) {
      return Optional.empty();
    }
    long budget = budget();
    Worth worth = objective.worth();
    DistinctSketch counted = ledger.usersBetween(startMs, endMs);
    return Optional.of(
        new ObjectiveHit(
            objective.id(),
            objective.service(),
            objective.caller(),
            objective.indicator(),
            objective.target().toPlainString(),
            during.requests(),
            during.bad(),
            above,
            budget,
            (double) during.bad() / budget,
            1 - (double) ofWindow().bad() / budget,
            worth == null ? null : worth.of(above, during.missedMs()).toPlainString(),
            worth == null ? null : worth.currency(),
            counted.isEmpty() ? estimate(above) : Long.valueOf(counted.count()),
            !counted.isEmpty()));
  }

  private @Nullable Long estimate(long above) {
    BigDecimal users = objective.usersPerRequest();
    return users == null ? null : whole(users.multiply(BigDecimal.valueOf(above)));
  }

  /** Requests that would have been bad without it; as many as may be where nothing is known. */
  private long usual() {
    Spent before = ledger.before(startMs, objective.window().toMillis());
    BigDecimal requests = BigDecimal.valueOf(during.requests());
    if (before.requests() == 0) {
      return whole(objective.allowed().multiply(requests));
    }
    return BigDecimal.valueOf(before.bad())
        .multiply(requests)
        .divide(BigDecimal.valueOf(before.requests()), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  private Spent ofWindow() {
    return ledger.between(endMs - objective.window().toMillis(), endMs);
  }

  /**
   * Bad requests that a window allows. Where less than a window is known, as many requests are
   * taken to come in the rest of it as came in what is known.
   */
  private long budget() {
    long windowMs = objective.window().toMillis();
    long knownMs = Math.max(1, Math.min(windowMs, ledger.knownMs(endMs)));
    BigDecimal budget =
        objective
            .allowed()
            .multiply(BigDecimal.valueOf(ofWindow().requests()))
            .multiply(BigDecimal.valueOf(windowMs))
            .divide(BigDecimal.valueOf(knownMs), 0, RoundingMode.HALF_EVEN);
    return Math.max(1, budget.longValueExact());
  }

  private static long whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }
}
