// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.objectives.BadUsers;
import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.analytics.signals.SpanCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the outcomes of one service's spans in one tick. */
final class OutcomeCounter {
  private static final Comparator<Cut> ORDER =
      Comparator.comparing(Cut::operation)
          .thenComparing(Cut::kind)
          .thenComparing(Cut::version)
          .thenComparing(Cut::zone);

  private final Map<Cut, Outcome> outcomes = new HashMap<>();
  private final TreeMap<String, DistinctSketch> answeredUsers = new TreeMap<>();
  private final TreeMap<String, DistinctSketch> otherUsers = new TreeMap<>();
  private long latestMs = Long.MIN_VALUE;
  private int spans;

  private record Cut(String operation, int kind, String version, String zone) {}

  private static final class Outcome {
    long calls;
    long errors;
    final TreeMap<Integer, Long> bins = new TreeMap<>();
  }

  /** The service has spoken at this time, whatever it said. */
  void heard(long atMs) {
    latestMs = Math.max(latestMs, atMs);
    spans++;
  }

  void count(SpanView span, String version, String zone, int bin) {
    Cut cut = new Cut(span.name().toString(), span.kind(), version, zone);
    Outcome outcome = outcomes.computeIfAbsent(cut, missing -> new Outcome());
    outcome.calls++;
    outcome.errors += span.isError() ? 1 : 0;
    outcome.bins.merge(bin, 1L, Long::sum);
  }

  /** A request of this user was bad for an objective. */
  void bad(String objective, boolean answered, long user) {
    TreeMap<String, DistinctSketch> users = answered ? answeredUsers : otherUsers;
    users.put(objective, users.getOrDefault(objective, DistinctSketch.EMPTY).plus(user));
  }

  List<BadUsers> users() {
    List<BadUsers> users = new ArrayList<>();
    answeredUsers.forEach((objective, some) -> users.add(new BadUsers(objective, true, some)));
    otherUsers.forEach((objective, some) -> users.add(new BadUsers(objective, false, some)));
    return users;
  }

  long latestMs() {
    return latestMs;
  }

  int spans() {
    return spans;
  }

  List<SpanCell> cells() {
    List<Cut> cuts = new ArrayList<>(outcomes.keySet());
    cuts.sort(ORDER);
    List<SpanCell> cells = new ArrayList<>(cuts.size());
    for (Cut cut : cuts) {
      Outcome outcome = outcomes.get(cut);
      if (outcome != null) {
        cells.add(cell(cut, outcome));
      }
    }
    return cells;
  }

  private static SpanCell cell(Cut cut, Outcome outcome) {
    int[] bins = outcome.bins.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] counts = outcome.bins.values().stream().mapToLong(Long::longValue).toArray();
    return new SpanCell(
        cut.operation,
        cut.kind,
        cut.version,
        cut.zone,
        outcome.calls,
        outcome.errors,
        bins,
        counts);
  }
}
