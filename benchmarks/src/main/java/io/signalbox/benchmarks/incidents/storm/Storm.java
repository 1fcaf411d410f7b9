// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Faults that begin within ten seconds, the episodes they lead to, and a fifth as many episodes of
 * services with which nothing is wrong. One of the faults is that of the hub.
 */
final class Storm {
  private static final double NOISE = 0.2;
  private static final double HUB_SHARE = 0.2;
  private static final double PASSED_ON = 0.6;
  private static final int DEEPEST = 3;
  private static final int SPREAD_S = 10;
  private static final int LASTS_S = 60;

  /** Edges are judged when their window is closed and what was counted in it has come. */
  private static final int EDGE_LAG_S = 22;

  private final StormGraph graph;
  private final Random random;
  private final Instant begin;
  private final int most;
  private final List<StormFault> faults = new ArrayList<>();
  private final TreeMap<Integer, List<Episode>> told = new TreeMap<>();
  private final Set<Integer> suffering = new HashSet<>();
  private int episodes;

  Storm(StormSpec spec, StormGraph graph, int number, Instant begin) {
    this.graph = graph;
    this.random = new Random(spec.seed() + 31L * number);
    this.begin = begin;
    this.most = (int) (spec.activations() * (1 - NOISE));
    blast(graph.hub(), (int) (most * HUB_SHARE));
    while (faults.size() < spec.faults()) {
      int culprit = random.nextInt(graph.services() - 1);
      int room = (most - episodes) / (spec.faults() - faults.size());
      if (graph.to(culprit).length > 0 && room > 0) {
        blast(culprit, room);
      }
    }
    while (episodes < spec.activations()) {
      noise();
    }
    told.values().forEach(some -> some.sort(Comparator.comparing(Episode::id)));
  }

  List<StormFault> faults() {
    return faults;
  }

  /** How many episodes there are. */
  int episodes() {
    return episodes;
  }

  /** What is told of episodes in the second that ends so long after the storm began. */
  List<Episode> told(int second) {
    return told.getOrDefault(second, List.of());
  }

  /** True for an edge over which calls fail while the storm lasts. */
  boolean suffers(int edge) {
    return suffering.contains(edge);
  }

  static boolean lasts(int second) {
    return second >= 0 && second < LASTS_S;
  }

  /** All who suffer from a node are found from it against the calls, until there is no room. */
  private void blast(int culprit, int room) {
    int before = episodes;
    int onset = random.nextInt(SPREAD_S / 2);
    Set<String> nodes = new LinkedHashSet<>(List.of(graph.name(culprit)));
    Set<Integer> edges = new LinkedHashSet<>();
    own(graph.name(culprit), onset);
    ArrayDeque<int[]> queue = new ArrayDeque<>(List.of(new int[] {culprit, 0, onset}));
    double share = Math.min(PASSED_ON, 2.0 * room / graph.to(culprit).length);
    while (!queue.isEmpty()) {
      int[] cause = queue.remove();
      for (int edge : graph.to(cause[0])) {
        String victim = graph.name(graph.callers[edge]);
        boolean reached =
            random.nextDouble() < (cause[1] == 0 ? share : PASSED_ON) && episodes - before < room;
        if (reached && nodes.add(victim)) {
          edges.add(edge);
          int later = Math.min(SPREAD_S - 1, cause[2] + random.nextInt(3));
          victim(victim, graph.name(cause[0]), later);
          if (cause[1] + 1 < DEEPEST) {
            queue.add(new int[] {graph.callers[edge], cause[1] + 1, later});
          }
        }
      }
    }
    suffering.addAll(edges);
    faults.add(new StormFault(graph.name(culprit), nodes, edges));
  }

  private void own(String node, int onset) {
    episode(EpisodeKind.ERRORS, node, null, "GET /", onset, delay(), 1e-14, 0.6, 0.01);
    episode(EpisodeKind.METRIC, node, null, "process.cpu", onset, delay(), 1e-10, 0.95, 0.2);
  }

  private void victim(String node, String cause, int onset) {
    double p = StrictMath.pow(10, -8 - 4 * random.nextDouble());
    double share = 0.1 + 0.3 * random.nextDouble();
    episode(EpisodeKind.ERRORS, node, null, "GET /", onset, delay(), p, share, 0.01);
    if (random.nextInt(4) == 0) {
      episode(EpisodeKind.EDGE_ERRORS, node, cause, "", onset, EDGE_LAG_S, p, share, 0.01);
    }
  }

  private void noise() {
    EpisodeKind[] kinds = {EpisodeKind.METRIC, EpisodeKind.LOGS, EpisodeKind.RATE};
    EpisodeKind kind = kinds[random.nextInt(kinds.length)];
    String node = graph.name(random.nextInt(graph.services() - 1));
    String subject = kind.name().toLowerCase(java.util.Locale.ROOT);
    episode(kind, node, null, subject, random.nextInt(SPREAD_S), delay(), 1e-6, 3, 1);
  }

  private int delay() {
    return 2 + random.nextInt(4);
  }

  /** An episode that is told some seconds after its onset and closed when the storm is over. */
  private void episode(
      EpisodeKind kind,
      String service,
      @Nullable String peer,
      String subject,
      int onset,
      int delay,
      double p,
      double value,
      double expected) {
    String id = service + "-" + kind + "-" + begin.getEpochSecond() + "-" + episodes++;
    int seen = peer == null ? onset + delay : EDGE_LAG_S;
    Instant from = begin.plusSeconds(onset);
    for (int revision = 1; revision <= 2; revision++) {
      boolean closed = revision == 2;
      int second = closed ? LASTS_S + delay : seen;
      Instant at = begin.plusSeconds(second);
      told.computeIfAbsent(second + 1, any -> new ArrayList<>())
          .add(
              new Episode(
                  id,
                  revision,
                  closed ? EpisodeStatus.CLOSED : EpisodeStatus.OPEN,
                  "production",
                  service,
                  kind,
                  subject,
                  peer,
                  from,
                  at,
                  closed ? begin.plusSeconds(LASTS_S) : null,
                  0.8,
                  p,
                  value,
                  expected,
                  0,
                  2 * expected,
                  100,
                  ""));
    }
  }
}
