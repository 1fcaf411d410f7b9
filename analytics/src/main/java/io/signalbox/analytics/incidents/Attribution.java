// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

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

  Attribution(Scene scene, Accounting accounting) {
    this.scene = scene;
    this.accounting = accounting;
  }

  /** The callee's share of the blame for a link of calls, 0..1; the rest is the caller's. */
  double toCallee(Link link) {
    SceneNode callee = scene.node(link.cause());
    if (accounting.imposedBy(callee.name) != null) {
      return IMPOSED;
    }
    if (!callee.felt.isEmpty()) {
      return IN_TROUBLE;
    }
    double share = callee.silent ? SILENT : isUnanswered(link) ? UNANSWERED : WELL;
    long callees =
        scene.accountingFor(link.victim()).stream()
            .filter(other -> isAlike(other, link) && scene.node(other.cause()).felt.isEmpty())
            .map(Link::cause)
            .distinct()
            .count();
    long callers =
        scene.sufferingFrom(link.cause()).stream()
            .filter(other -> isAlike(other, link))
            .map(Link::victim)
            .distinct()
            .count();
    return share * callers / (share * callers + (1 - share) * callees);
  }

  /** Who bears the rest of the blame: the caller, or who floods the callee. */
  String otherEnd(Link link) {
    String imposing = accounting.imposedBy(link.cause());
    return imposing == null ? link.victim() : imposing;
  }

  private static boolean isAlike(Link one, Link other) {
    return one.kind().isOfCalls() && one.kind().isOfTime() == other.kind().isOfTime();
  }

  private boolean isUnanswered(Link link) {
    EdgeHistory edge = scene.topology.edge(link.victim(), link.cause());
    return edge != null && edge.isUnanswered();
  }
}
