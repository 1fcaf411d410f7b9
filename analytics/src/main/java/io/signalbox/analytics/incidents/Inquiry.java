// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question to correlation: who is the likeliest cause of what is wrong now, and why not another?
 *
 * @param id names the question
 * @param environment deployment environment, empty when none is stated
 * @param at event time at which it is asked; one that has passed is asked when it comes
 * @param service the node that people were alerted about; null when the whole environment is meant
 * @param incident the incident that is meant; null when all that is wrong is
 * @param whyNot a node of which it is asked why it is not named first; null when none is
 */
public record Inquiry(
    String id,
    String environment,
    Instant at,
    @Nullable String service,
    @Nullable String incident,
    @Nullable String whyNot) {
  private static final int LONGEST = 4_096;

  /** Who is the likeliest cause of all that is wrong? */
  public Inquiry(String id, String environment, Instant at, @Nullable String service) {
    this(id, environment, at, service, null, null);
  }

  /** Why it cannot be answered whenever it comes, or null if it can. */
  public @Nullable String refusal() {
    if (id.isEmpty()) {
      return "no id";
    }
    boolean isLong =
        id.length() > LONGEST
            || isLong(service)
            || isLong(incident)
            || isLong(whyNot)
            || isLong(environment);
    return isLong ? "a text too long" : null;
  }

  private static boolean isLong(@Nullable String text) {
    return text != null && text.length() > LONGEST;
  }
}
