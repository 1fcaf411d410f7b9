// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Watches what the rows of the symptom table see at one service. Mutable. A symptom is told when
 * its condition begins to hold, not at each reading; see {@link Judging}.
 */
public final class SymptomWatch {
  /** Places of all rows together that are remembered; readings of further ones are counted. */
  public static final int MOST_PLACES = 2048;

  private static final long FORGET_MS = 60 * 60_000L;

  private final String environment;
  private final String service;

  /** What is known by key of the row and then by the fields of the place. */
  public final TreeMap<String, TreeMap<Fields, WatchedSymptom>> rows = new TreeMap<>();

  /** When each row was first seen, epoch milliseconds, by its key. */
  public final TreeMap<String, Long> firstSeenMs = new TreeMap<>();

  /**
   * No later than {@link #advance} has something to do; not stored, found anew when it is asked.
   */
  private long dueMs = Long.MIN_VALUE;

  /** Readings so far for which there was no room. */
  public long refused;

  /** Fields of a place in an order of their own. */
  public record Fields(Map<String, String> values) implements Comparable<Fields> {
    @Override
    public int compareTo(Fields other) {
      return values.toString().compareTo(other.values.toString());
    }
  }

  /** Watches a service of which nothing is known. */
  public SymptomWatch(String environment, String service) {
    this.environment = environment;
    this.service = service;
  }

  /** True when everything has been forgotten. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Places remembered. */
  public int places() {
    return rows.values().stream().mapToInt(Map::size).sum();
  }

  /**
   * Takes in what was seen in one tick.
   *
   * @param table the table in effect; what none of its rows looks at is none of its business
   * @param seen sightings by {@link Sighting#ORDER}
   */
  public void fold(SymptomTable table, List<Sighting> seen, Consumer<Symptom> out) {
    int from = 0;
    while (from < seen.size()) {
      int to = from + 1;
      while (to < seen.size() && samePlace(seen.get(from), seen.get(to))) {
        to++;
      }
      for (SymptomRow row : table.rowsOf(seen.get(from).look())) {
        read(row, seen.subList(from, to), out);
      }
      from = to;
    }
  }

  private static boolean samePlace(Sighting left, Sighting right) {
    return left.look().equals(right.look()) && left.fields().equals(right.fields());
  }

  private void read(SymptomRow row, List<Sighting> seen, Consumer<Symptom> out) {
    Fields fields = new Fields(seen.get(0).fields());
    TreeMap<Fields, WatchedSymptom> places =
        rows.computeIfAbsent(row.key(), key -> new TreeMap<>());
    WatchedSymptom known = places.get(fields);
    boolean fresh = known == null;
    if (known == null) {
      if (places() >= MOST_PLACES) {
        refused++;
        return;
      }
      known = new WatchedSymptom();
      places.put(fields, known);
    }
    Reading reading = new Reading(row, known, seen);
    long first = firstSeenMs.computeIfAbsent(row.key(), key -> reading.atMs());
    double value =
        row.judging().reading() == ReadingKind.NOVELTY
            ? (fresh && reading.atMs() - first >= row.judging().windowMs() ? 1 : 0)
            : reading.value();
    known.lastSeenMs = reading.atMs();
    known.absent = false;
    due(row, known);
    if (!Double.isNaN(value)) {
      Verdict verdict = Verdict.of(row, known, reading.atMs(), value);
      if (verdict.told()) {
        out.accept(
            symptom(row, fields, reading.atMs(), value, verdict.expected(), reading.count()));
      }
    }
  }

  /** Tells what has gone silent by a time, and forgets what was long ago or has lost its row. */
  public void advance(SymptomTable table, long nowMs, Consumer<Symptom> out) {
    boolean changed = !table.keys().containsAll(rows.keySet());
    if (nowMs < dueMs && !changed) {
      return;
    }
    dueMs = Long.MAX_VALUE;
    rows.keySet().retainAll(table.keys());
    var each = rows.entrySet().iterator();
    while (each.hasNext()) {
      var entry = each.next();
      SymptomRow row = Objects.requireNonNull(table.row(entry.getKey()));
      entry.getValue().forEach((fields, known) -> tellAbsence(row, fields, known, nowMs, out));
      entry.getValue().values().removeIf(known -> known.isOlderThan(nowMs - forgetMs(row)));
      entry.getValue().values().forEach(known -> due(row, known));
      if (entry.getValue().isEmpty()) {
        each.remove();
      }
    }
    firstSeenMs.keySet().retainAll(rows.keySet());
  }

  private void due(SymptomRow row, WatchedSymptom known) {
    long absentMs = row.judging().absentMs();
    boolean waits = absentMs > 0 && !known.absent;
    dueMs = Math.min(dueMs, known.lastSeenMs + (waits ? absentMs : forgetMs(row) + 1));
  }

  private void tellAbsence(
      SymptomRow row, Fields fields, WatchedSymptom known, long nowMs, Consumer<Symptom> out) {
    long goneMs = known.lastSeenMs + row.judging().absentMs();
    if (row.judging().absentMs() > 0 && !known.absent && goneMs <= nowMs) {
      known.absent = true;
      known.lastToldMs = goneMs;
      out.accept(symptom(row, fields, goneMs, row.judging().absentMs() / 1000.0, 0, 0));
    }
  }

  /** When {@link #advance} is next wanted; {@link Long#MAX_VALUE} for never. */
  public long nextWakeMs() {
    return dueMs;
  }

  private static long forgetMs(SymptomRow row) {
    return Math.max(FORGET_MS, 2 * Math.max(row.judging().windowMs(), row.judging().absentMs()));
  }

  private Symptom symptom(
      SymptomRow row, Fields place, long atMs, double value, double expected, long count) {
    TreeMap<String, String> fields = new TreeMap<>(place.values());
    fields.put(EventField.VALUE.label(), Double.toString(value));
    fields.put(EventField.COUNT.label(), Long.toString(count));
    if (expected != 0) {
      fields.put(EventField.EXPECTED.label(), Double.toString(expected));
    }
    long hash = Names.hash(environment, service, row.key(), place.values().toString());
    String id = "sy-" + Long.toString(atMs, 36) + "-" + Long.toHexString(hash);
    return new Symptom(id, row.symptom(), Instant.ofEpochMilli(atMs), environment, service, fields);
  }
}
