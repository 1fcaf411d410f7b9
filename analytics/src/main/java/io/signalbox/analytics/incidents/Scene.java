// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The anomalous part of the graph at one moment: nodes in trouble and the links that may account
 * for it. A function of the set of episodes and edges, whatever the order they came in.
 */
final class Scene {
  private final TreeMap<String, SceneNode> nodes = new TreeMap<>();
  private final TreeMap<String, List<Link>> byVictim = new TreeMap<>();
  private final TreeMap<String, List<Link>> byCause = new TreeMap<>();
  private final TreeSet<Link> links = new TreeSet<>(Link.ORDER);
  final Topology topology;

  Scene(Topology topology) {
    this.topology = topology;
  }

  Collection<SceneNode> nodes() {
    return nodes.values();
  }

  SortedSet<Link> links() {
    return links;
  }

  @Nullable SceneNode find(String name) {
    return nodes.get(name);
  }

  SceneNode node(String name) {
    return nodes.computeIfAbsent(name, n -> new SceneNode(n, topology.isSilent(n)));
  }

  /** Links that may account for the trouble of a node, in a fixed order. */
  List<Link> accountingFor(String victim) {
    return byVictim.getOrDefault(victim, List.of());
  }

  /** Links to those who may suffer from a node, in a fixed order. */
  List<Link> sufferingFrom(String cause) {
    return byCause.getOrDefault(cause, List.of());
  }

  boolean isLinked(String victim, String cause) {
    return accountingFor(victim).stream().anyMatch(link -> link.cause().equals(cause));
  }

  void add(Link link) {
    if (!links.add(link)) {
      return;
    }
    insert(byVictim.computeIfAbsent(link.victim(), victim -> new ArrayList<>()), link);
    insert(byCause.computeIfAbsent(link.cause(), cause -> new ArrayList<>()), link);
    node(link.victim()).linkedAt(link.onsetMs());
    node(link.cause()).linkedAt(link.onsetMs());
  }

  private static void insert(List<Link> sorted, Link link) {
    sorted.add(-Collections.binarySearch(sorted, link, Link.ORDER) - 1, link);
  }
}
