// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class TopologyTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int WINDOW = 10;
  private static final int REMEMBERED_S = 120;

  private final Topology topology = new Topology();

  /** The same edges with whole histories. */
  private final TreeMap<EdgeKey, EdgeHistory> whole = new TreeMap<>();

  private static EdgeWindow window(EdgeKey edge, int second, Random random) {
    long calls = 1L + random.nextInt(100);
    return new EdgeWindow(
        "prod",
        edge.caller(),
        edge.callee(),
        random.nextInt(4) == 0,
        START.plusSeconds(second),
        START.plusSeconds(second + WINDOW),
        calls,
        random.nextInt(5) == 0 ? calls / 2 : 0,
        calls / 3,
        10_000L * (1 + random.nextInt(4)),
        50_000,
        0,
        0);
  }

  private void play(Random random, int ticks) {
    for (int tick = 0; tick < ticks; tick++) {
      int second = WINDOW * tick;
      for (int i = random.nextInt(12); i > 0; i--) {
        EdgeKey edge = new EdgeKey("n" + random.nextInt(8), "n" + random.nextInt(8));
        if (random.nextInt(30) == 0) {
          topology.declare(edge);
          whole.computeIfAbsent(edge, key -> new EdgeHistory()).declared = true;
        } else {
          EdgeWindow window = window(edge, second, random);
          topology.learn(window, Integer.MAX_VALUE);
          EdgeHistory history = whole.computeIfAbsent(edge, key -> new EdgeHistory());
          history.add(window);
          round(history);
        }
      }
      long before = START.plusSeconds(second - REMEMBERED_S).toEpochMilli();
      topology.forgetBefore(before);
      whole.values().removeIf(edge -> edge.lastEndMs < before && !edge.declared);
    }
  }

  private static double sevenDigits(double value) {
    return (float) value;
  }

  /** A calm edge is known to seven digits: the next window may lie just at a threshold. */
  private static void round(EdgeHistory history) {
    if (!history.isEventful()) {
      history.recentCalls = sevenDigits(history.recentCalls);
      history.recentErrors = sevenDigits(history.recentErrors);
      history.usualDurationUs = sevenDigits(history.usualDurationUs);
      history.usualRate = sevenDigits(history.usualRate);
    }
  }

  @Property(tries = 60)
  void whatIsKeptInRowsIsWhatWholeHistoriesSay(@ForAll long seed) {
    play(new Random(seed), 60);
    List<EdgeKey> keys = new ArrayList<>();
    topology.forEach((key, edge) -> keys.add(key));
    assertEquals(List.copyOf(whole.keySet()), keys);
    whole.forEach(
        (key, expected) -> {
          EdgeHistory found = known(topology.edge(key.caller(), key.callee()));
          assertEquals(expected.lastEndMs, found.lastEndMs);
          assertEquals(expected.slowUntilMs, found.slowUntilMs);
          assertEquals(expected.declared, found.declared);
          assertEquals(expected.calleeSilent, found.calleeSilent);
          assertEquals(expected.errors.sinceMs, found.errors.sinceMs);
          assertEquals(expected.slow.sinceMs, found.slow.sinceMs);
          assertEquals(expected.busy.sinceMs, found.busy.sinceMs);
          assertEquals(expected.risenShare(), found.risenShare(), 1e-9);
          assertEquals(expected.load(), found.load(), 1e-5);
          assertEquals(expected.learnsDurations(), found.learnsDurations());
          assertEquals(1, (1 + expected.usualDurationUs) / (1 + found.usualDurationUs), 1e-5);
        });
  }

  private static EdgeHistory known(@Nullable EdgeHistory found) {
    return Objects.requireNonNull(found);
  }

  @Property(tries = 60)
  void neighboursAreThoseOfTheEdgesSorted(@ForAll long seed) {
    play(new Random(seed), 60);
    TreeMap<String, Set<String>> callers = new TreeMap<>();
    TreeMap<String, Set<String>> callees = new TreeMap<>();
    TreeSet<String> nodes = new TreeSet<>();
    for (EdgeKey key : whole.keySet()) {
      callers.computeIfAbsent(key.callee(), name -> new TreeSet<>()).add(key.caller());
      callees.computeIfAbsent(key.caller(), name -> new TreeSet<>()).add(key.callee());
      nodes.addAll(List.of(key.caller(), key.callee()));
    }
    assertEquals(List.copyOf(nodes), topology.nodes());
    for (int i = 0; i < 9; i++) {
      String node = "n" + i;
      assertEquals(nodes.contains(node), topology.knows(node));
      assertEquals(List.copyOf(callers.getOrDefault(node, Set.of())), topology.callers(node));
      assertEquals(callees.containsKey(node), topology.isCaller(node));
      assertEquals(
          eventful(callees.getOrDefault(node, Set.of()), callee -> new EdgeKey(node, callee)),
          topology.eventfulCallees(node));
      assertEquals(
          eventful(callers.getOrDefault(node, Set.of()), caller -> new EdgeKey(caller, node)),
          topology.eventfulCallers(node));
      assertEquals(reach(node, callees), topology.below(node));
      assertEquals(reach(node, callers), topology.above(node));
    }
  }

  private List<String> eventful(Set<String> others, Function<String, EdgeKey> edge) {
    return others.stream()
        .filter(other -> known(whole.get(edge.apply(other))).isEventful())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static Set<String> reach(String node, Map<String, Set<String>> next) {
    TreeSet<String> found = new TreeSet<>(List.of(node));
    int before = 0;
    while (found.size() > before) {
      before = found.size();
      for (String one : List.copyOf(found)) {
        found.addAll(next.getOrDefault(one, Set.of()));
      }
    }
    return found;
  }
}
