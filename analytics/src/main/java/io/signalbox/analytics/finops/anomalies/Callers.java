// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which services made the calls of one subject of late, and which of them were told of its
 * episodes: a bill names no service, so the spans of the calls must. Bounded. Mutable: state of a
 * key, and its fields are what a codec stores.
 */
public final class Callers {
  /** Services that are told of one episode: those that called most. */
  static final int MOST_TOLD = 4;

  private static final int MOST_CALLERS = 64;
  private static final int MOST_EPISODES = 8;
  private static final long HOUR = 3_600_000L;
  private static final long REMEMBERED = 4 * HOUR;

  /** Calls of each service. */
  public final TreeMap<Caller, Calls> callers = new TreeMap<>();

  /** Who was told of each episode that is open, by its id. */
  public final TreeMap<String, List<Caller>> told = new TreeMap<>();

  /**
   * A service that calls models.
   *
   * @param environment deployment environment, empty when none is stated
   * @param service its name
   */
  public record Caller(String environment, String service) implements Comparable<Caller> {
    private static final Comparator<Caller> ORDER =
        Comparator.comparing(Caller::environment).thenComparing(Caller::service);

    @Override
    public int compareTo(Caller other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Calls of a service.
   *
   * @param hourMs first moment of the last hour in which it called, epoch milliseconds
   * @param calls in that hour
   * @param before in the hour before
   */
  public record Calls(long hourMs, long calls, long before) {
    Calls plus(long inHourMs, long more) {
      if (inHourMs <= hourMs) {
        return inHourMs == hourMs ? new Calls(hourMs, calls + more, before) : this;
      }
      return new Calls(inHourMs, more, inHourMs == hourMs + HOUR ? calls : 0);
    }
  }

  /** None yet. */
  public Callers() {}

  /** Takes in calls of a service at a time, epoch milliseconds. */
  public void see(Caller caller, long atMs, long calls) {
    long hourMs = Math.floorDiv(atMs, HOUR) * HOUR;
    Calls known = callers.get(caller);
    if (known != null) {
      callers.put(caller, known.plus(hourMs, calls));
    } else if (callers.size() < MOST_CALLERS) {
      callers.put(caller, new Calls(hourMs, calls, 0));
    }
  }

  /**
   * Who is to be told of a revision of an episode: the same for all its revisions.
   *
   * @param id of the episode
   * @param over whether it is the last revision
   * @param fromMs its first hour, epoch milliseconds
   */
  public List<Caller> concerned(String id, boolean over, long fromMs) {
    List<Caller> known = told.get(id);
    if (over) {
      told.remove(id);
      return known == null ? List.of() : known;
    }
    if (known != null) {
      return known;
    }
    List<Caller> most = most(fromMs);
    if (!most.isEmpty() && told.size() < MOST_EPISODES) {
      told.put(id, most);
      return most;
    }
    return List.of();
  }

  private List<Caller> most(long fromMs) {
    List<Map.Entry<Caller, Calls>> all = new ArrayList<>(callers.entrySet());
    all.removeIf(one -> one.getValue().hourMs() < fromMs - HOUR);
    all.sort(
        Comparator.<Map.Entry<Caller, Calls>>comparingLong(
                one -> -one.getValue().calls() - one.getValue().before())
            .thenComparing(Map.Entry::getKey));
    return all.stream().limit(MOST_TOLD).map(Map.Entry::getKey).toList();
  }

  /** Forgets who has not called for hours. */
  public void sweep(long nowMs) {
    callers.values().removeIf(calls -> calls.hourMs() + REMEMBERED <= nowMs);
  }

  /** When the next one is to be forgotten, epoch milliseconds. */
  public long nextWakeMs() {
    return callers.values().stream()
        .mapToLong(calls -> calls.hourMs() + REMEMBERED)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Whether nothing is worth remembering. */
  public boolean isEmpty() {
    return callers.isEmpty() && told.isEmpty();
  }
}
