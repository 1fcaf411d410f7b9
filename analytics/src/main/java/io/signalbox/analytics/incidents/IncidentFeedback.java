// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a person about an incident.
 *
 * @param id of the statement, by which it is taken back; one id is one statement
 * @param effectiveAt event time from which it holds; null: from when it comes
 * @param environment that of the incident, empty when none is stated
 * @param incident id of the incident
 * @param revision the one that was read, for people; null when not said
 * @param verdict what is said
 * @param cause the node that was the cause; null unless it is {@link IncidentVerdict#REAL_CAUSE}
 * @param withdraws id of the statement that is taken back, else null
 * @param by who says so
 */
public record IncidentFeedback(
    String id,
    @Nullable Instant effectiveAt,
    String environment,
    String incident,
    @Nullable Long revision,
    IncidentVerdict verdict,
    @Nullable String cause,
    @Nullable String withdraws,
    String by) {

  /** Why the statement cannot be used whenever it comes, or null if it can. */
  public @Nullable String refusal() {
    if (id.isEmpty()) {
      return "no id";
    }
    if (verdict == IncidentVerdict.WITHDRAWN) {
      return withdraws == null ? "withdraws nothing" : tooLong();
    }
    if (incident.isEmpty()) {
      return "no incident";
    }
    return verdict == IncidentVerdict.REAL_CAUSE && cause == null ? "no cause" : tooLong();
  }

  private @Nullable String tooLong() {
    int longest = Math.max(Math.max(id.length(), incident.length()), by.length());
    longest = Math.max(longest, cause == null ? 0 : cause.length());
    longest = Math.max(longest, withdraws == null ? 0 : withdraws.length());
    return longest > IncidentWindow.LONGEST ? "a text too long" : null;
  }

  /** From when it holds, epoch milliseconds; 0 when that is whenever it comes. */
  public long effectiveMs() {
    return effectiveAt == null ? 0 : effectiveAt.toEpochMilli();
  }
}
