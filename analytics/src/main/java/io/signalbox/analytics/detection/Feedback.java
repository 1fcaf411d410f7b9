// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a person about the alarms of a service or of one of its series.
 *
 * @param id of the statement, by which it can be taken back; one id is one statement
 * @param effectiveAt event time from which it holds
 * @param environment deployment environment, empty when none is stated
 * @param service the node concerned
 * @param series the subject of its episodes, or null for all of the service
 * @param kind what is said
 * @param withdraws id of the statement that is taken back, else null
 * @param episode id of the episode that gave rise to it, if any
 * @param by who says so
 */
public record Feedback(
    String id,
    Instant effectiveAt,
    String environment,
    String service,
    @Nullable String series,
    FeedbackKind kind,
    @Nullable String withdraws,
    @Nullable String episode,
    String by) {

  /**
   * Why the statement cannot be used, or null if it can.
   *
   * @param watermarkMs event time that has been passed where it is to be used, epoch milliseconds
   */
  public @Nullable String refusal(long watermarkMs) {
    if (id.isEmpty() || service.isEmpty()) {
      return "no id or no service";
    }
    if (kind == FeedbackKind.WITHDRAWN && withdraws == null) {
      return "withdraws nothing";
    }
    return effectiveAt.toEpochMilli() <= watermarkMs ? "effective too late" : null;
  }

  /** True if this is about a series, or about all of them. */
  boolean concerns(@Nullable String other) {
    return series == null || series.equals(other);
  }
}
