// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of event time for which people have said that certain services are theirs to watch.
 *
 * @param id of the window; a later record of the same id replaces it, one that withdraws it ends it
 *     for good
 * @param effectiveAt event time from which this record holds; null: from when it comes
 * @param kind what the window does
 * @param environment deployment environment, empty when none is stated
 * @param services names of nodes, in which {@code *} stands for any text
 * @param from first moment of the window; null only when it is withdrawn
 * @param to first moment after it; null only when it is withdrawn
 * @param reason for people
 * @param by who says so
 */
public record IncidentWindow(
    String id,
    @Nullable Instant effectiveAt,
    IncidentWindowKind kind,
    String environment,
    List<String> services,
    @Nullable Instant from,
    @Nullable Instant to,
    String reason,
    String by) {
  /** Longest text of a window, UTF-16 units. */
  public static final int LONGEST = 4_096;

  /** Most names of a window. */
  public static final int MOST_SERVICES = 200;

  /** Why it cannot be used whenever it comes, or null if it can. */
  public @Nullable String refusal() {
    if (id.isEmpty()) {
      return "no id";
    }
    if (kind != IncidentWindowKind.WITHDRAWN) {
      if (from == null || to == null || !from.isBefore(to)) {
        return "from " + from + " to " + to + " is no stretch of time";
      }
      if (services.isEmpty() || services.size() > MOST_SERVICES) {
        return services.size() + " services, expected 1 to " + MOST_SERVICES;
      }
    }
    boolean isLong =
        Math.max(id.length(), Math.max(reason.length(), by.length())) > LONGEST
            || services.stream().anyMatch(service -> service.length() > LONGEST);
    return isLong ? "a text too long" : null;
  }

  /** From when it holds, epoch milliseconds; 0 when that is whenever it comes. */
  public long effectiveMs() {
    return effectiveAt == null ? 0 : effectiveAt.toEpochMilli();
  }

  /** True at a moment inside of it, epoch milliseconds. */
  boolean holdsAt(long ms) {
    return fromMs() <= ms && ms < toMs() && kind != IncidentWindowKind.WITHDRAWN;
  }

  boolean names(String service) {
    return services.stream().anyMatch(name -> Wildcard.fits(name, service));
  }

  long fromMs() {
    return from == null ? Long.MIN_VALUE : from.toEpochMilli();
  }

  long toMs() {
    return to == null ? Long.MIN_VALUE : to.toEpochMilli();
  }
}
