// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.EpisodeKind;

/** How much of a node's own trouble others account for. */
final class Explanation {
  private static final double TOGETHER = 0.75;
  private static final double IMPOSED = 0.9;
  private static final double MOST = 0.95;

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
        most = Math.max(most, strength(link) * explainable(link.kind(), kind));
      }
    }
    return most;
  }

  private double strength(Link link) {
    return switch (link.kind()) {
      case TOGETHER -> TOGETHER;
      case STARVED, LOADED -> IMPOSED;
      default -> Math.min(MOST, GAIN * attribution.toCallee(link));
    };
  }

  private static double explainable(LinkKind link, EpisodeKind kind) {
    return link == LinkKind.STARVED ? 1 : Weight.explainable(kind);
  }
}
