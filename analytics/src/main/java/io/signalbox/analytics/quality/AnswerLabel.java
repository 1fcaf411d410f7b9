// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What turned out to be true of an answer, or what a user thought of it. It may come days later.
 *
 * @param responseId the response that it is about
 * @param metric what is judged, such as {@code correct}; that of an evaluation replaces it
 * @param verdict good or bad
 * @param at when it was known; null for when it comes. Of two labels the later one holds
 * @param by who says so, empty when not stated
 */
public record AnswerLabel(
    String responseId, String metric, AnswerVerdict verdict, @Nullable Instant at, String by) {
  /** What is judged when nothing else is stated. */
  public static final String CORRECT = "correct";

  /** When it was known, epoch milliseconds; 0 when not stated. */
  public long atMs() {
    return at == null ? 0 : at.toEpochMilli();
  }
}
