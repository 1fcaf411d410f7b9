// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.EventTime;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What statements of people and their tools have in common: one JSON object, much may be absent.
 */
final class Statement {
  private Statement() {}

  /**
   * Reads one.
   *
   * @param what it is, for a person
   * @throws MalformedTelemetry when it is no such JSON
   */
  static <T> T read(byte[] json, Class<T> type, String what) throws MalformedTelemetry {
    try {
      return RecordJson.read(json, type);
    } catch (IOException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw new MalformedTelemetry(
          DeadLetterReason.MALFORMED, what + ": " + where(unreadable) + why);
    }
  }

  /** The component that does not fit, such as {@code features.amount}. */
  private static String where(IOException unreadable) {
    return unreadable instanceof JsonMappingException misfit && !misfit.getPath().isEmpty()
        ? misfit.getPath().stream()
            .map(Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(".", "", ": "))
        : "";
  }

  /** Refuses unless something holds. */
  static void require(boolean holds, String problem) throws MalformedTelemetry {
    if (!holds) {
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, problem);
    }
  }

  /** Refuses a time that cannot be. */
  static void requirePossible(@Nullable Instant at, String what) throws MalformedTelemetry {
    if (at != null && !EventTime.possible(at)) {
      throw new MalformedTelemetry(DeadLetterReason.IMPOSSIBLE_TIME, what + ": at \"" + at + '"');
    }
  }

  /** Whether a component was not said. */
  static boolean absent(@Nullable Object component) {
    return component == null;
  }

  /** A text, empty when it was not said. */
  static String text(@Nullable String read) {
    return read == null ? "" : read;
  }
}
