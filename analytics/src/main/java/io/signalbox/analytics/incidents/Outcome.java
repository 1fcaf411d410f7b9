// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of following a runbook in an incident. What is said last about the two counts.
 *
 * @param incident id of the incident
 * @param environment deployment environment of the incident, empty when none is stated
 * @param runbook id of the runbook
 * @param outcome what came of it
 * @param at event time at which it was said
 */
public record Outcome(
    String incident, String environment, String runbook, OutcomeKind outcome, Instant at) {
  private static final int LONGEST = 256;

  /** Why it cannot be used whenever it comes, or null if it can. */
  public @Nullable String refusal() {
    if (incident.isEmpty() || runbook.isEmpty()) {
      return "no incident or no runbook";
    }
    boolean isLong = incident.length() > LONGEST || runbook.length() > LONGEST;
    return isLong ? "a text of more than " + LONGEST + " letters" : null;
  }
}
