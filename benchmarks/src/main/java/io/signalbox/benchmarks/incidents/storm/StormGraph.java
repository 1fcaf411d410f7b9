// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * Services that call those after them: mostly their neighbours, often one of a few shared ones,
 * whose callers follow a power law, and the last of all is the hub.
 */
final class StormGraph {
  private static final double SHARED_SHARE = 0.3;
  private static final int NEIGHBOURS = 200;
  private static final int SHARED = 20;

  /** Ends of the edges, by caller and callee. */
  final int[] callers;

  final int[] callees;

  private final String[] names;
  private final int[][] callersOf;

  StormGraph(StormSpec spec) {
    names = new String[spec.services()];
    for (int i = 0; i < names.length; i++) {
      names[i] = String.format(Locale.ROOT, "service-%06d", i);
    }
    long[] edges = edges(spec);
    callers = new int[edges.length];
    callees = new int[edges.length];
    int[] counts = new int[names.length];
    for (int i = 0; i < edges.length; i++) {
      callers[i] = (int) (edges[i] / names.length);
      callees[i] = (int) (edges[i] % names.length);
      counts[callees[i]]++;
    }
    callersOf = new int[names.length][];
    Arrays.setAll(callersOf, node -> new int[counts[node]]);
    for (int i = edges.length - 1; i >= 0; i--) {
      callersOf[callees[i]][--counts[callees[i]]] = i;
    }
  }

  private static long[] edges(StormSpec spec) {
    Random random = new Random(spec.seed());
    int hub = spec.services() - 1;
    Set<Long> edges = new HashSet<>(2 * spec.edges());
    while (edges.size() < spec.hubCallers()) {
      edges.add(key(random.nextInt(hub), hub, spec));
    }
    int shared = Math.max(1, spec.services() / SHARED);
    while (edges.size() < spec.edges()) {
      int caller = random.nextInt(hub - 1);
      double skew = random.nextDouble();
      int callee =
          random.nextDouble() < SHARED_SHARE
              ? hub - 1 - (int) (shared * skew * skew * skew)
              : caller + 1 + random.nextInt(NEIGHBOURS);
      if (callee > caller && callee < hub) {
        edges.add(key(caller, callee, spec));
      }
    }
    return edges.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static long key(int caller, int callee, StormSpec spec) {
    return (long) caller * spec.services() + callee;
  }

  int size() {
    return callers.length;
  }

  int services() {
    return names.length;
  }

  int hub() {
    return names.length - 1;
  }

  String name(int node) {
    return names[node];
  }

  /** The edges to a node, by caller. */
  int[] to(int node) {
    return callersOf[node];
  }
}
