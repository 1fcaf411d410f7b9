// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds who floods a slow or failing node: calls that rose before its trouble did, followed up the
 * graph as far as callers were asked for more themselves.
 */
final class LoadOrigin {
  /** A caller passes load on when what it is asked for rose by at least this part of it. */
  private static final double PASSED_ON = 0.6;

  private static final int LONGEST_PATH = 10;

  /** Calls must have risen at least a window before the trouble began. */
  private static final long HEAD_START_MS = 10_000;

  /** Calls that rose longer ago were borne. */
  private static final long LONGEST_LEAD_MS = 900_000;

  private LoadOrigin() {}

  static void link(Scene scene, Predicate<EdgeHistory> fresh) {
    List<Link> found = new ArrayList<>();
    for (SceneNode node : scene.nodes()) {
      if (node.felt.stream().anyMatch(LoadOrigin::isSlowOrFailing)) {
        Link link = trace(scene, node, fresh);
        if (link != null) {
          found.add(link);
        }
      }
    }
    found.forEach(scene::add);
  }

  private static boolean isSlowOrFailing(Episode episode) {
    return !Signs.isDoubt(episode)
        && MetricReading.kindOf(episode) != EpisodeKind.METRIC
        && (episode.kind() == EpisodeKind.DURATION || episode.kind() == EpisodeKind.ERRORS);
  }

  private static @Nullable Link trace(Scene scene, SceneNode node, Predicate<EdgeHistory> fresh) {
    TreeSet<String> path = new TreeSet<>(List.of(node.name));
    String origin = node.name;
    double load = 2;
    long sinceMs = 0;
    while (path.size() <= LONGEST_PATH) {
      String caller = busiestCaller(scene.topology, origin, node.onsetMs(), load, fresh);
      EdgeHistory edge = caller == null ? null : scene.topology.edge(caller, origin);
      if (caller == null || edge == null || !path.add(caller)) {
        break;
      }
      load = edge.load() * PASSED_ON;
      sinceMs = edge.busy.sinceMs;
      origin = caller;
    }
    return origin.equals(node.name)
        ? null
        : new Link(node.name, origin, LinkKind.LOADED, sinceMs, null);
  }

  private static @Nullable String busiestCaller(
      Topology topology, String callee, long beforeMs, double least, Predicate<EdgeHistory> fresh) {
    String busiest = null;
    double most = 0;
    for (String caller : topology.eventfulCallers(callee)) {
      EdgeHistory edge = topology.edge(caller, callee);
      if (edge != null
          && fresh.test(edge)
          && edge.busy.isUp()
          && edge.busy.sinceMs + HEAD_START_MS <= beforeMs
          && edge.busy.sinceMs >= beforeMs - LONGEST_LEAD_MS
          && !isSymptom(edge)
          && edge.load() >= least
          && edge.load() > most) {
        busiest = caller;
        most = edge.load();
      }
    }
    return busiest;
  }

  /** Calls that rose no sooner than they failed or slowed down are repeated because of that. */
  private static boolean isSymptom(EdgeHistory edge) {
    return (edge.errors.isUp() && edge.errors.sinceMs <= edge.busy.sinceMs)
        || (edge.slow.isUp() && edge.slow.sinceMs <= edge.busy.sinceMs);
  }
}
