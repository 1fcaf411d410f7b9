// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people say about alarms: one JSON object, in which what is not said may be missing.
 */
public final class FeedbackReader {
  private FeedbackReader() {}

  /**
   * Reads one statement.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is no statement: another kind, or without id, kind, service
   *     or time, or when it takes nothing back
   */
  public static Feedback read(byte[] json) throws MalformedTelemetry {
    Feedback said;
    try {
      said = complete(RecordJson.read(json, Feedback.class));
    } catch (IOException unreadable) {
      throw OtlpJson.malformed(unreadable);
    }
    String refusal = said.refusal();
    if (refusal != null) {
      throw new MalformedTelemetry(
          said.service().isEmpty() ? DeadLetterReason.NO_IDENTITY : DeadLetterReason.MALFORMED,
          "feedback " + said.id() + ": " + refusal);
    }
    if (!EventTime.possible(said.effectiveAt())) {
      throw new MalformedTelemetry(
          DeadLetterReason.IMPOSSIBLE_TIME,
          "feedback " + said.id() + ": effective_at \"" + said.effectiveAt() + "\"");
    }
    return said;
  }

  /** What JSON has left out. */
  private static Feedback complete(Feedback read) throws MalformedTelemetry {
    if (absent(read.kind())) {
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "feedback without a kind");
    }
    return new Feedback(
        text(read.id()),
        Objects.requireNonNullElse(read.effectiveAt(), Instant.EPOCH),
        text(read.environment()),
        text(read.service()),
        optional(read.series()),
        read.kind(),
        optional(read.withdraws()),
        optional(read.episode()),
        text(read.by()));
  }

  private static boolean absent(@Nullable Object component) {
    return component == null;
  }

  private static String text(@Nullable String read) {
    return read == null ? "" : read;
  }

  private static @Nullable String optional(@Nullable String read) {
    return read == null || read.isEmpty() ? null : read;
  }
}
