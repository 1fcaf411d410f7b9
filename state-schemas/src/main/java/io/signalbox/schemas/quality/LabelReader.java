// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.EventTime;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a label of an answer: one JSON object, in which all but the response and the verdict may be
 * missing.
 */
public final class LabelReader {
  private LabelReader() {}

  /**
   * Reads one label.
   *
   * @param json UTF-8
   * @throws MalformedTelemetry when it is none: not JSON, or without response, verdict or a
   *     possible time
   */
  public static AnswerLabel read(byte[] json) throws MalformedTelemetry {
    AnswerLabel read;
    try {
      read = RecordJson.read(json, AnswerLabel.class);
    } catch (IOException unreadable) {
      String why = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "answer label: " + why);
    }
    String response = text(read.responseId());
    if (response.isEmpty()) {
      throw new MalformedTelemetry(DeadLetterReason.MALFORMED, "answer label without response_id");
    }
    if (absent(read.verdict())) {
      throw new MalformedTelemetry(
          DeadLetterReason.MALFORMED,
          "answer label of " + response + ": the verdict is neither good nor bad");
    }
    if (read.at() != null && !EventTime.possible(read.at())) {
      throw new MalformedTelemetry(
          DeadLetterReason.IMPOSSIBLE_TIME,
          "answer label of " + response + ": at \"" + read.at() + '"');
    }
    String metric = text(read.metric());
    return new AnswerLabel(
        response,
        metric.isEmpty() ? AnswerLabel.CORRECT : metric,
        read.verdict(),
        read.at(),
        text(read.by()));
  }

  private static boolean absent(@Nullable Object component) {
    return component == null;
  }

  private static String text(@Nullable String read) {
    return read == null ? "" : read;
  }
}
