// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who suffers from a node: whom its trouble reached by links that account for it, and who is in
 * trouble at the same time and calls it, near or far, or of whom no one knows whom it calls.
 */
final class Victims {
  /** Strength of trouble from which a node suffers. */
  private static final double TROUBLED = 0.3;

  private final Scene scene;
  private final Accounting accounting;
  private final long nearMs;

  Victims(Scene scene, Judgement judgement, CorrelationSettings settings) {
    this.scene = scene;
    this.accounting = judgement.accounting();
    this.nearMs = settings.near().toMillis();
  }

  /** All who suffer from a node, itself left out. */
  SortedSet<String> of(String cause, long onsetMs) {
    SortedSet<String> victims = reached(cause);
    Set<String> callers = scene.topology.above(cause);
    for (SceneNode node : scene.nodes()) {
      boolean mayHangOn = callers.contains(node.name) || !scene.topology.knows(node.name);
      if (mayHangOn && isTroubled(node, onsetMs)) {
        victims.add(node.name);
      }
    }
    victims.remove(cause);
    return victims;
  }

  private SortedSet<String> reached(String cause) {
    TreeSet<String> reached = new TreeSet<>(List.of(cause));
    ArrayDeque<String> queue = new ArrayDeque<>(reached);
    while (!queue.isEmpty()) {
      for (Link link : scene.sufferingFrom(queue.remove())) {
        if (accounting.holds(link) && reached.add(link.victim())) {
          queue.add(link.victim());
        }
      }
    }
    return reached;
  }

  private boolean isTroubled(SceneNode node, long onsetMs) {
    return node.trouble(kind -> true) >= TROUBLED
        && Math.abs(node.mainOnsetMs() - onsetMs) <= nearMs;
  }
}
