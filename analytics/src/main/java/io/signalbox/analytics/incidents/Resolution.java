// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an incident that is over adds to the measures of its service. */
record Resolution(
    String service,
    Instant day,
    long detectMs,
    long resolveMs,
    int signs,
    boolean judged,
    boolean actionable) {

  /** That of an incident and what is said of it, or null while it is not over. */
  static @Nullable Resolution of(@Nullable RememberedIncident past, @Nullable Opinion opinion) {
    if (past == null || past.resolvedAt() == null) {
      return null;
    }
    return new Resolution(
        past.service(),
        past.resolvedAt().truncatedTo(ChronoUnit.DAYS),
        Duration.between(past.startedAt(), past.openedAt()).toMillis(),
        Duration.between(past.startedAt(), past.resolvedAt()).toMillis(),
        past.signs(),
        opinion != null,
        opinion != null && opinion.isActionable());
  }
}
