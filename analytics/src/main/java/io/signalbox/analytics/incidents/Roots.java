// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The nodes whose trouble nothing accounts for, who suffers from each, and who belongs to which.
 */
final class Roots {
  private final Scene scene;
  private final Accounting accounting;
  private final long slackMs;

  /** Root to all who may suffer from it, itself included. */
  final TreeMap<String, SortedSet<String>> reached = new TreeMap<>();

  /** Node to the root its trouble is put down to. */
  final TreeMap<String, String> rootOf = new TreeMap<>();

  private final TreeMap<String, Integer> distance = new TreeMap<>();

  Roots(Scene scene, Accounting accounting, long slackMs) {
    this.scene = scene;
    this.accounting = accounting;
    this.slackMs = slackMs;
    find();
  }

  private void find() {
    List<SceneNode> felt = new ArrayList<>();
    scene.nodes().stream().filter(SceneNode::isFelt).forEach(felt::add);
    felt.sort(Comparator.comparingLong(SceneNode::onsetMs).thenComparing(node -> node.name));
    felt.stream().filter(this::isUnaccounted).forEach(this::spread);
    // What is left runs in circles: the first in time is taken for the cause.
    felt.stream().filter(node -> !rootOf.containsKey(node.name)).forEach(this::spreadIfLeft);
  }

  private boolean isUnaccounted(SceneNode node) {
    return scene.accountingFor(node.name).stream().noneMatch(accounting::holds);
  }

  private void spreadIfLeft(SceneNode node) {
    if (!rootOf.containsKey(node.name)) {
      spread(node);
    }
  }

  private void spread(SceneNode root) {
    SortedMap<String, Integer> steps = new TreeMap<>();
    steps.put(root.name, 0);
    ArrayDeque<String> queue = new ArrayDeque<>(List.of(root.name));
    while (!queue.isEmpty()) {
      String cause = queue.remove();
      for (Link link : scene.sufferingFrom(cause)) {
        if (accounting.holds(link) && !steps.containsKey(link.victim())) {
          steps.put(link.victim(), steps.getOrDefault(cause, 0) + 1);
          queue.add(link.victim());
        }
      }
    }
    reached.put(root.name, new TreeSet<>(steps.keySet()));
    steps.forEach((node, away) -> claim(root, node, away));
  }

  private void claim(SceneNode root, String node, int away) {
    String holder = rootOf.get(node);
    if (holder == null || isBetter(root, away, scene.node(holder), node)) {
      rootOf.put(node, root.name);
      distance.put(node, away);
    }
  }

  /** Of the roots that came before the victim the latest, of these the nearest. */
  private boolean isBetter(SceneNode root, int away, SceneNode holder, String victim) {
    long latest = scene.node(victim).onsetMs() + slackMs;
    boolean fits = root.onsetMs() <= latest;
    if (fits != holder.onsetMs() <= latest) {
      return fits;
    }
    if (root.onsetMs() != holder.onsetMs()) {
      return fits == root.onsetMs() > holder.onsetMs();
    }
    return away < distance.getOrDefault(victim, Integer.MAX_VALUE);
  }
}
