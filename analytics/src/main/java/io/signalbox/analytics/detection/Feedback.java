// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  private static final int CANDIDATES = 8;

  /** Longest text of a statement, UTF-16 units: what is stored has at most 65,535 bytes. */
  public static final int LONGEST = 4_096;

  /** Why the statement cannot be used whenever it comes, or null if it can. */
  public @Nullable String refusal() {
    if (id.isEmpty() || service.isEmpty()) {
      return "no id or no service";
    }
    if (kind == FeedbackKind.WITHDRAWN && withdraws == null) {
      return "withdraws nothing";
    }
    return isLong(id) || isLong(series) || isLong(episode) || isLong(by) ? "a text too long" : null;
  }

  private static boolean isLong(@Nullable String text) {
    return text != null && text.length() > LONGEST;
  }

  /**
   * True when it would change what was judged already.
   *
   * @param watermarkMs event time that has been passed where it is to be used, epoch milliseconds
   */
  public boolean isLate(long watermarkMs) {
    return effectiveAt.toEpochMilli() <= watermarkMs;
  }

  /**
   * The instances to which the series may belong: what follows one of the last {@code @} of its
   * subject, or the service itself. Which it is only the state of each knows, for both the label of
   * a series and the name of an instance may hold an {@code @}.
   */
  public List<String> instances() {
    List<String> instances = new ArrayList<>(List.of(""));
    String subject = series == null ? "" : series;
    int at = subject.lastIndexOf('@');
    while (at >= 0 && instances.size() <= CANDIDATES) {
      if (at + 1 < subject.length()) {
        instances.add(subject.substring(at + 1));
      }
      at = subject.lastIndexOf('@', at - 1);
    }
    return instances;
  }

  /** True if this is about a series, or about all of them. */
  boolean concerns(@Nullable String other) {
    return series == null || series.equals(other);
  }
}
