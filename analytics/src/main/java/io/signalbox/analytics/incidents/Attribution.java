// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says which end of a suffering edge is to blame. A callee in trouble of its own, or that never
 * speaks or no longer answers, is; where both ends look well, the callee a little more. Then the
 * ends vote: who touches more of the suffering edges is the likelier centre.
 */
final class Attribution {
  private static final double IN_TROUBLE = 0.9;
  private static final double SILENT = 0.85;
  private static final double UNANSWERED = 0.8;
  private static final double WELL = 0.65;

  private static final double IMPOSED = 0.2;

  private final Scene scene;
  private final Accounting accounting;

  /** By whether time or answers are lost: who complains of a node, and of whom a node complains. */
  private final Map<Boolean, Map<String, Set<String>>> callersOf = new HashMap<>();

  private final Map<Boolean, Map<String, Set<String>>> calleesOf = new HashMap<>();

  Attribution(Scene scene, Accounting accounting) {
    this.scene = scene;
    this.accounting = accounting;
    for (Link link : scene.links()) {
      if (link.kind().isOfCalls()) {
        join(callersOf, link, link.cause(), link.victim());
        if (scene.node(link.cause()).felt.isEmpty()) {
          join(calleesOf, link, link.victim(), link.cause());
        }
      }
    }
  }

  /** The callee's share of the blame for a link of calls, 0..1; the rest is the caller's. */
  double toCallee(Link link) {
    SceneNode callee = scene.node(link.cause());
    if (accounting.imposedBy(callee.name) != null) {
      return IMPOSED;
    }
    double shown = link.episode() == null ? 0 : Weight.strength(link.episode());
    if (!callee.felt.isEmpty() && callee.trouble(kind -> true) >= shown / 2) {
      return IN_TROUBLE;
    }
    double share = callee.silent ? SILENT : isUnanswered(link) ? UNANSWERED : WELL;
    int callees = Math.max(1, fan(calleesOf, link.kind(), link.victim()));
    int callers = Math.max(1, fan(callersOf, link.kind(), link.cause()));
    return share * callers / (share * callers + (1 - share) * callees);
  }

  /** Who bears the rest of the blame: the caller, or who floods the callee. */
  String otherEnd(Link link) {
    String imposing = accounting.imposedBy(link.cause());
    return imposing == null ? link.victim() : imposing;
  }

  private static void join(
      Map<Boolean, Map<String, Set<String>>> all, Link link, String node, String other) {
    all.computeIfAbsent(link.kind().isOfTime(), ofTime -> new HashMap<>())
        .computeIfAbsent(node, name -> new HashSet<>())
        .add(other);
  }

  private static int fan(Map<Boolean, Map<String, Set<String>>> all, LinkKind kind, String node) {
    return all.getOrDefault(kind.isOfTime(), Map.of()).getOrDefault(node, Set.of()).size();
  }

  private boolean isUnanswered(Link link) {
    EdgeHistory edge = scene.topology.edge(link.victim(), link.cause());
    return edge != null && edge.isUnanswered();
  }
}
