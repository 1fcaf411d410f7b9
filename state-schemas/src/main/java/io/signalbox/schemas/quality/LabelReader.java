// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.schemas.signals.MalformedTelemetry;

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
    AnswerLabel read = Statement.read(json, AnswerLabel.class, "answer label");
    String response = Statement.text(read.responseId());
    Statement.require(!response.isEmpty(), "answer label without response_id");
    String what = "answer label of " + response;
    Statement.require(
        !Statement.absent(read.verdict()), what + ": the verdict is neither good nor bad");
    Statement.requirePossible(read.at(), what);
    String metric = Statement.text(read.metric());
    return new AnswerLabel(
        response,
        metric.isEmpty() ? AnswerLabel.CORRECT : metric,
        read.verdict(),
        read.at(),
        Statement.text(read.by()));
  }
}
