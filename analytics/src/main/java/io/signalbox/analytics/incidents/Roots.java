// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

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

  private final TreeMap<String, Claim> claims = new TreeMap<>();

  /**
   * How a root reaches a node.
   *
   * @param byCalls calls that suffer tell it all the way
   * @param away steps in the graph
   */
  private record Claim(boolean byCalls, int away) {}

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
    follow(steps, link -> link.kind().isOfCalls());
    SortedSet<String> byCalls = new TreeSet<>(steps.keySet());
    follow(steps, link -> true);
    reached.put(root.name, new TreeSet<>(steps.keySet()));
    steps.forEach((node, away) -> claim(root, node, new Claim(byCalls.contains(node), away)));
  }

  /** Walks on from what is reached to those who suffer from it. */
  private void follow(SortedMap<String, Integer> steps, Predicate<Link> over) {
    ArrayDeque<String> queue = new ArrayDeque<>(steps.keySet());
    while (!queue.isEmpty()) {
      String cause = queue.remove();
      for (Link link : scene.sufferingFrom(cause)) {
        if (over.test(link) && accounting.holds(link) && !steps.containsKey(link.victim())) {
          steps.put(link.victim(), steps.getOrDefault(cause, 0) + 1);
          queue.add(link.victim());
        }
      }
    }
  }

  private void claim(SceneNode root, String node, Claim claim) {
    String holder = rootOf.get(node);
    if (holder == null || isBetter(root, claim, scene.node(holder), node)) {
      rootOf.put(node, root.name);
      claims.put(node, claim);
    }
  }

  /**
   * Of the roots that came before the victim those from which calls tell that it suffers, of these
   * the nearest in time, then in the graph.
   */
  private boolean isBetter(SceneNode root, Claim claim, SceneNode holder, String victim) {
    long onsetMs = scene.node(victim).onsetMs();
    boolean fits = root.onsetMs() <= onsetMs + slackMs;
    if (fits != holder.onsetMs() <= onsetMs + slackMs) {
      return fits;
    }
    Claim held = Objects.requireNonNull(claims.get(victim));
    if (claim.byCalls() != held.byCalls()) {
      return claim.byCalls();
    }
    long apart = Math.abs(root.onsetMs() - onsetMs);
    long heldApart = Math.abs(holder.onsetMs() - onsetMs);
    return apart != heldApart ? apart < heldApart : claim.away() < held.away();
  }
}
