// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.EventTime;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what came of a recommendation: one JSON object, in which the environment may be missing.
 */
public final class OutcomeReader {
  private OutcomeReader() {}

  /**
   * Reads one outcome.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none: not JSON, or without incident, runbook, outcome or
   *     a possible time
   */
  public static Outcome read(byte[] json) throws MalformedTelemetry {
    Outcome outcome;
    try {
      outcome = complete(RecordJson.read(json, Outcome.class));
    } catch (IOException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "outcome: " + why);
    }
    String refusal = outcome.refusal();
    if (refusal != null) {
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "outcome: " + refusal);
    }
    if (!EventTime.possible(outcome.at())) {
      throw new MalformedTelemetry(
          DeadLetterReason.IMPOSSIBLE_TIME, "outcome: at \"" + outcome.at() + "\"");
    }
    return outcome;
  }

  /** What JSON has left out. */
  private static Outcome complete(Outcome read) throws MalformedTelemetry {
    if (absent(read.outcome())) {
      throw new MalformedTelemetry(
          DeadLetterReason.MALFORMED, "outcome: neither worked nor failed nor not_tried");
    }
    return new Outcome(
        text(read.incident()),
        text(read.environment()),
        text(read.runbook()),
        read.outcome(),
        Objects.requireNonNullElse(read.at(), Instant.EPOCH));
  }

  private static boolean absent(@Nullable Object component) {
    return component == null;
  }

  private static String text(@Nullable String read) {
    return read == null ? "" : read;
  }
}
