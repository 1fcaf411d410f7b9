// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The windows that people have declared and that are not over. A withdrawal is kept as long as its
 * window would have lasted, so that it holds whichever of the two is heard of first.
 */
public final class WindowLog {
  /** How long a withdrawal waits for a window that was not heard of. */
  private static final long KEEP_UNHEARD_MS = 7 * 86_400_000L;

  private final TreeMap<String, IncidentWindow> byId = new TreeMap<>();

  /** All windows by id, withdrawn ones among them. */
  public NavigableMap<String, IncidentWindow> all() {
    return Collections.unmodifiableNavigableMap(byId);
  }

  /** Puts a window in place: restoring. */
  public void put(IncidentWindow window) {
    byId.put(window.id(), window);
  }

  /**
   * Takes in what was said about a window. The id of one that is over can be used again.
   *
   * @return false when it is new and there is no room for it
   */
  boolean add(IncidentWindow said, long nowMs, int most) {
    IncidentWindow before = byId.get(said.id());
    if (before == null && byId.size() >= most) {
      return false;
    }
    boolean over = before != null && before.toMs() < said.effectiveMs();
    IncidentWindow known = over ? null : before;
    if (known == null || known.kind() != IncidentWindowKind.WITHDRAWN) {
      put(said.kind() == IncidentWindowKind.WITHDRAWN ? withdrawn(said, known, nowMs) : said);
    }
    return true;
  }

  private static IncidentWindow withdrawn(
      IncidentWindow said, @Nullable IncidentWindow known, long nowMs) {
    Instant to =
        known == null || known.to() == null
            ? Instant.ofEpochMilli(nowMs + KEEP_UNHEARD_MS)
            : known.to();
    return new IncidentWindow(
        said.id(),
        said.effectiveAt(),
        said.kind(),
        said.environment(),
        said.services(),
        said.from(),
        to,
        said.reason(),
        said.by());
  }

  /** Forgets windows that were over before a time, epoch milliseconds. */
  void forgetBefore(long ms) {
    byId.values().removeIf(window -> window.toMs() < ms);
  }

  /**
   * Whether windows of a kind hold for all of some services at a moment.
   *
   * @param services never empty
   * @return id of the window of the first of them, or null when one of them is in none
   */
  @Nullable String covering(IncidentWindowKind kind, Collection<String> services, long ms) {
    String first = null;
    for (String service : services) {
      String found = of(kind, service, ms);
      if (found == null) {
        return null;
      }
      first = first == null ? found : first;
    }
    return first;
  }

  private @Nullable String of(IncidentWindowKind kind, String service, long ms) {
    for (IncidentWindow window : byId.values()) {
      if (window.kind() == kind && window.holdsAt(ms) && window.names(service)) {
        return window.id();
      }
    }
    return null;
  }

  /** When the next window begins or ends after a moment; far in the future when none does. */
  long nextBoundaryMs(long ms) {
    long next = Long.MAX_VALUE;
    for (IncidentWindow window : byId.values()) {
      if (window.kind() != IncidentWindowKind.WITHDRAWN) {
        next = window.fromMs() > ms ? Math.min(next, window.fromMs()) : next;
        next = window.toMs() > ms ? Math.min(next, window.toMs()) : next;
      }
    }
    return next;
  }
}
