// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.SpanCell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The versions a service was seen with, of itself or of a model that answers it, and the change
 * that a new one implies. The versions of the first minute are what was there; a version is
 * forgotten after a day without calls.
 */
final class Versions {
  private static final int MOST = 16;

  /** Names are cut there. */
  static final int LONGEST_NAME = 64;

  private static final long WARM_UP_MS = 60_000;
  private static final long REPLACEABLE_MS = 3_600_000;
  private static final long HALVING_MS = 300_000;
  private static final Comparator<Version> USUAL =
      Comparator.comparingLong(Version::calls)
          .thenComparingLong(Version::lastMs)
          .thenComparing(Version::name);

  private final String kind;
  private final long waitMs;
  private final TreeMap<String, Version> known = new TreeMap<>();
  private long sinceMs;
  private long halvedMs;

  /**
   * None was seen yet.
   *
   * @param kind of the changes that are told
   * @param waitMs how long after it was first seen a version is told of
   */
  Versions(String kind, long waitMs) {
    this.kind = kind;
    this.waitMs = waitMs;
  }

  /** Takes in the cells of one tick, of all span kinds. */
  void fold(long tickMs, List<SpanCell> cells) {
    TreeMap<String, Long> calls = new TreeMap<>();
    for (SpanCell cell : cells) {
      if (!cell.version().isEmpty()) {
        calls.merge(Text.cut(cell.version(), LONGEST_NAME), cell.calls(), Long::sum);
      }
    }
    fold(tickMs, calls);
  }

  /** Takes in how many calls of one tick each version had. */
  void fold(long tickMs, SortedMap<String, Long> calls) {
    if (calls.isEmpty()) {
      return;
    }
    age(tickMs);
    String usual = known.values().stream().max(USUAL).map(Version::name).orElse("");
    if (usual.isEmpty()) {
      sinceMs = tickMs;
    }
    calls.forEach(
        (name, count) -> {
          if (known.containsKey(name) || makeRoom(tickMs)) {
            boolean isNew = tickMs - sinceMs >= WARM_UP_MS;
            known
                .computeIfAbsent(name, n -> new Version(n, tickMs, usual, isNew))
                .add(tickMs, count);
          }
        });
  }

  private void age(long tickMs) {
    known.values().removeIf(version -> tickMs - version.lastMs() >= RequestWatch.DAY_MS);
    long periods = Math.floorDiv(tickMs, HALVING_MS) - Math.floorDiv(halvedMs, HALVING_MS);
    known.values().forEach(version -> version.halve((int) Math.min(periods, 62)));
    halvedMs = tickMs;
  }

  /**
   * A service that shows more versions than are remembered must not seem to change all the time.
   */
  private boolean makeRoom(long tickMs) {
    if (known.size() < MOST) {
      return true;
    }
    Version oldest =
        known.values().stream()
            .min(Comparator.comparingLong(Version::lastMs).thenComparing(Version::name))
            .orElseThrow();
    return tickMs - oldest.lastMs() >= REPLACEABLE_MS && known.remove(oldest.name(), oldest);
  }

  /** When the next change is to be told, {@link Long#MAX_VALUE} when none is. */
  long dueMs() {
    long due = Long.MAX_VALUE;
    for (Version version : known.values()) {
      if (version.isUntold()) {
        due = Math.min(due, version.firstMs() + waitMs);
      }
    }
    return due;
  }

  /** Tells the changes that are due. */
  void tell(String environment, String service, long nowMs, Consumer<Change> changes) {
    for (Version version : known.values()) {
      if (version.isUntold() && version.firstMs() + waitMs <= nowMs) {
        changes.accept(change(environment, service, version));
        version.told();
      }
    }
  }

  private Change change(String environment, String service, Version version) {
    long hash = EpisodeId.hash(environment, service, kind, version.name());
    return new Change(
        "ch-" + Long.toString(version.firstMs(), 36) + "-" + Long.toHexString(hash),
        Instant.ofEpochMilli(version.firstMs()),
        environment,
        service,
        kind,
        version.name(),
        version.previous(),
        "telemetry",
        true);
  }

  void walk(Fields fields) {
    sinceMs = fields.integer(sinceMs);
    halvedMs = fields.integer(halvedMs);
    List<Version> list = new ArrayList<>(known.values());
    fields.list(list, MOST, () -> new Version("", 0, "", false), Version::walk);
    list.forEach(version -> known.put(version.name(), version));
  }
}
