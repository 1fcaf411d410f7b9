// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.EventTime;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what people say about incidents: one JSON object, in which what is not said may be missing.
 */
public final class StatementReader {
  private StatementReader() {}

  /**
   * Reads a window of maintenance or silence, or the withdrawal of one.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none, naming the window and what is wrong with it
   */
  public static IncidentWindow window(byte[] json) throws MalformedTelemetry {
    IncidentWindow read = read(json, IncidentWindow.class);
    require(read.kind(), "window without a kind");
    IncidentWindow window =
        new IncidentWindow(
            text(read.id()),
            read.effectiveAt(),
            read.kind(),
            text(read.environment()),
            Objects.requireNonNullElse(read.services(), List.of()),
            read.from(),
            read.to(),
            text(read.reason()),
            text(read.by()));
    String name = "window " + window.id();
    refuse(name, window.services().stream().anyMatch(Objects::isNull) ? "a null service" : null);
    refuse(name, window.refusal());
    requirePossible(name, "effective_at", window.effectiveAt());
    requirePossible(name, "from", window.from());
    requirePossible(name, "to", window.to());
    return window;
  }

  /**
   * Reads a statement about an incident, or the withdrawal of one.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none, naming the statement and what is wrong with it
   */
  public static IncidentFeedback feedback(byte[] json) throws MalformedTelemetry {
    IncidentFeedback read = read(json, IncidentFeedback.class);
    require(read.verdict(), "incident feedback without a verdict");
    IncidentFeedback said =
        new IncidentFeedback(
            text(read.id()),
            read.effectiveAt(),
            text(read.environment()),
            text(read.incident()),
            read.revision(),
            read.verdict(),
            read.cause(),
            read.withdraws(),
            text(read.by()));
    String name = "incident feedback " + said.id();
    refuse(name, said.refusal());
    requirePossible(name, "effective_at", said.effectiveAt());
    return said;
  }

  /**
   * Reads a question about a cause; one that states no time is asked when it comes.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none, naming the question and what is wrong with it
   */
  public static Inquiry question(byte[] json) throws MalformedTelemetry {
    Inquiry read = read(json, Inquiry.class);
    Inquiry asked =
        new Inquiry(
            text(read.id()),
            text(read.environment()),
            Objects.requireNonNullElse(read.at(), Instant.EPOCH),
            read.service(),
            read.incident(),
            read.whyNot());
    String name = "question " + asked.id();
    refuse(name, asked.refusal());
    requirePossible(name, "at", read.at());
    return asked;
  }

  private static <T> T read(byte[] json, Class<T> type) throws MalformedTelemetry {
    try {
      return RecordJson.read(json, type);
    } catch (IOException unreadable) {
      throw new MalformedTelemetry(
          DeadLetterReason.MALFORMED, String.valueOf(unreadable.getMessage()));
    }
  }

  private static void require(@Nullable Object part, String problem) throws MalformedTelemetry {
    if (part == null) {
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, problem);
    }
  }

  private static void refuse(String name, @Nullable String refusal) throws MalformedTelemetry {
    if (refusal != null) {
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, name + ": " + refusal);
    }
  }

  private static void requirePossible(String name, String key, @Nullable Instant time)
      throws MalformedTelemetry {
    if (time != null && !EventTime.possible(time)) {
      throw new MalformedTelemetry(
          DeadLetterReason.IMPOSSIBLE_TIME, name + ": " + key + " \"" + time + '"');
    }
  }

  private static String text(@Nullable String read) {
    return read == null ? "" : read;
  }
}
