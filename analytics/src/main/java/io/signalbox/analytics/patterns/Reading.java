// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes one number of what a row has seen at one place in one second. */
final class Reading {
  private static final int MOST_SERIES = 256;

  private final SymptomRow row;
  private final WatchedSymptom known;
  private final List<Sighting> seen;
  private final long atMs;

  /**
   * Reads.
   *
   * @param seen sightings of the row at one place in one tick, by {@link Sighting#ORDER}
   */
  Reading(SymptomRow row, WatchedSymptom known, List<Sighting> seen) {
    this.row = row;
    this.known = known;
    this.seen = seen;
    this.atMs = seen.stream().mapToLong(Sighting::atMs).max().orElseThrow();
  }

  /** Event time of the last sighting. */
  long atMs() {
    return atMs;
  }

  /** How many items there were. */
  long count() {
    return seen.stream().filter(s -> s.part() == 0).mapToLong(Sighting::count).sum();
  }

  /** The number, not a number when there is not enough for one; remembers what the next needs. */
  double value() {
    ReadingKind kind = row.judging().reading();
    if (kind == ReadingKind.COUNT) {
      return count();
    }
    double read = part(0, known.counters);
    if (!row.selection().over().isEmpty()) {
      read = read / over();
    }
    if (kind == ReadingKind.RATE) {
      return known.lastSeenMs == 0 ? Double.NaN : read * 1000 / (atMs - known.lastSeenMs);
    }
    if (kind.wantsWindow()) {
      return Window.of(row.judging(), known.points, atMs, read);
    }
    return kind == ReadingKind.UNTIL ? read - atMs / 1000.0 : read;
  }

  /** A level to divide by may be told more rarely than what is divided. */
  private double over() {
    double now = part(1, known.overCounters);
    if (row.judging().reading().wantsChange()) {
      return now;
    }
    known.over = Double.isNaN(now) ? known.over : now;
    return known.over;
  }

  private double part(int part, Map<Long, Double> counters) {
    TreeMap<Long, Sighting> last = new TreeMap<>();
    for (Sighting sighting : seen) {
      if (sighting.part() == part) {
        last.put(sighting.series(), sighting);
      }
    }
    if (last.isEmpty()) {
      return Double.NaN;
    }
    return row.judging().reading().wantsChange() ? change(last, counters) : combined(last);
  }

  private double combined(Map<Long, Sighting> last) {
    double result = Double.NaN;
    for (Sighting sighting : last.values()) {
      double value = sighting.value();
      result = Double.isNaN(result) ? value : combine(result, value);
    }
    return result;
  }

  private double combine(double left, double right) {
    return switch (row.judging().combine()) {
      case SUM -> left + right;
      case MAX -> Math.max(left, right);
      case MIN -> Math.min(left, right);
    };
  }

  private double change(Map<Long, Sighting> last, Map<Long, Double> counters) {
    double sum = Double.NaN;
    boolean falls = row.judging().reading() == ReadingKind.FALL;
    for (Sighting sighting : last.values()) {
      double change = falls ? fall(sighting, counters) : rise(sighting, counters);
      if (!Double.isNaN(change)) {
        sum = Double.isNaN(sum) ? change : sum + change;
      }
    }
    return sum;
  }

  private static double rise(Sighting sighting, Map<Long, Double> counters) {
    if (sighting.nature() == Sighting.Nature.DELTA) {
      return sighting.value();
    }
    Double before = swap(sighting, counters);
    if (before == null) {
      return Double.NaN;
    }
    boolean anew = sighting.value() < before;
    if (anew) {
      return sighting.nature() == Sighting.Nature.COUNTER ? sighting.value() : 0;
    }
    return sighting.value() - before;
  }

  private static double fall(Sighting sighting, Map<Long, Double> counters) {
    Double before = swap(sighting, counters);
    return before == null ? Double.NaN : Math.max(0, before - sighting.value());
  }

  private static @org.jspecify.annotations.Nullable Double swap(
      Sighting sighting, Map<Long, Double> counters) {
    boolean room = counters.size() < MOST_SERIES || counters.containsKey(sighting.series());
    return room ? counters.put(sighting.series(), sighting.value()) : null;
  }
}
