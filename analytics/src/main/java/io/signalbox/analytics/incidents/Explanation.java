// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;

/** How much of a node's own trouble others account for. */
final class Explanation {
  private static final double TOGETHER = 0.75;
  private static final double NAMED = 0.85;
  private static final double IMPOSED = 0.9;
  private static final double MOST = 0.95;

  /** Slowness accounts for failures, and failures for slowness, by this part. */
  private static final double UNLIKE = 0.5;

  /** Blame for an edge that suffices to account for this much more of the caller's trouble. */
  private static final double GAIN = 1.4;

  private final Scene scene;
  private final Accounting accounting;
  private final Attribution attribution;

  Explanation(Scene scene, Accounting accounting, Attribution attribution) {
    this.scene = scene;
    this.accounting = accounting;
    this.attribution = attribution;
  }

  /** The part of an episode of this kind at this node that others account for, 0..1. */
  double of(String node, EpisodeKind kind) {
    double most = 0;
    for (Link link : scene.accountingFor(node)) {
      if (accounting.holds(link)) {
        double share = strength(link) * explainable(link.kind(), kind);
        most = Math.max(most, share * proportion(link, node, kind));
      }
    }
    return most;
  }

  /** Little trouble of the one does not account for much trouble of the other. */
  private double proportion(Link link, String node, EpisodeKind kind) {
    double victims = scene.node(node).trouble(felt -> felt == kind);
    if (victims == 0 || link.kind() == LinkKind.STARVED || link.kind() == LinkKind.LOADED) {
      return 1;
    }
    SceneNode cause = scene.node(link.cause());
    double alike = cause.trouble(felt -> felt == kind);
    double causes = Math.max(alike, UNLIKE * cause.trouble(felt -> true));
    Episode shown = link.episode();
    causes = shown == null ? causes : Math.max(causes, Weight.strength(shown));
    boolean measured = shown != null || link.kind() == LinkKind.TOGETHER;
    return measured ? Math.min(1, causes / victims) : 1;
  }

  private double strength(Link link) {
    return switch (link.kind()) {
      case VIEW -> MOST;
      case TOGETHER -> TOGETHER;
      case NAMED -> NAMED;
      case STARVED, LOADED -> IMPOSED;
      default -> Math.min(MOST, GAIN * attribution.toCallee(link));
    };
  }

  private static double explainable(LinkKind link, EpisodeKind kind) {
    return link == LinkKind.STARVED ? 1 : Weight.explainable(kind);
  }
}
