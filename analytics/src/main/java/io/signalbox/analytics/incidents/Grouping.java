// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a scene into events. Each node whose trouble nothing accounts for is the root of one, with
 * all who suffer from it; a victim of several is put down to one. Two roots are one event when they
 * call each other, or when the same caller alone complains of both, at the same time. Neighbourhood
 * in the graph alone joins nothing.
 */
final class Grouping {
  private final Scene scene;
  private final Roots roots;
  private final Clusters clusters = new Clusters();
  private final long slackMs;
  private final long nearMs;

  private Grouping(Scene scene, Judgement judgement, CorrelationSettings settings) {
    this.scene = scene;
    this.slackMs = settings.slack().toMillis();
    this.nearMs = settings.near().toMillis();
    this.roots = new Roots(scene, judgement.accounting(), slackMs);
  }

  /** The events of a scene, by their first root. */
  static List<Group> of(Scene scene, Judgement judgement, CorrelationSettings settings) {
    Grouping grouping = new Grouping(scene, judgement, settings);
    grouping.joinRoots();
    return grouping.groups();
  }

  private void joinRoots() {
    for (SceneNode node : scene.nodes()) {
      List<Link> apparent = new ArrayList<>();
      for (Link link : scene.accountingFor(node.name)) {
        if (link.kind().isOfCalls() && roots.reached.containsKey(link.cause())) {
          if (scene.node(link.cause()).felt.isEmpty()) {
            apparent.add(link);
          }
          joinCallers(link);
        }
      }
      joinNear(apparent);
    }
  }

  private void joinCallers(Link link) {
    SceneNode victim = scene.node(link.victim());
    if (roots.reached.containsKey(link.victim())
        && Math.abs(link.onsetMs() - victim.onsetMs()) <= slackMs) {
      clusters.join(link.victim(), link.cause());
    }
  }

  /** Roots known from the same caller alone, one soon after the other. */
  private void joinNear(List<Link> links) {
    links.sort(Comparator.comparingLong(Link::onsetMs).thenComparing(Link.ORDER));
    for (int i = 1; i < links.size(); i++) {
      if (links.get(i).onsetMs() - links.get(i - 1).onsetMs() <= slackMs) {
        clusters.join(links.get(i - 1).cause(), links.get(i).cause());
      }
    }
  }

  private List<Group> groups() {
    TreeMap<String, TreeSet<String>> members = new TreeMap<>();
    Map<String, String> homes = new HashMap<>();
    Map<String, List<Episode>> episodes = new HashMap<>();
    for (SceneNode node : scene.nodes()) {
      String home = homeOf(node);
      homes.put(node.name, home);
      members.computeIfAbsent(home, name -> new TreeSet<>()).add(node.name);
      put(episodes, home, node.felt);
      put(episodes, home, node.inner);
    }
    for (Link link : scene.links()) {
      if (link.episode() != null) {
        put(episodes, Objects.requireNonNull(homes.get(link.cause())), List.of(link.episode()));
      }
    }
    Map<String, List<String>> rootsOf = new HashMap<>();
    for (String root : roots.reached.keySet()) {
      rootsOf.computeIfAbsent(clusters.find(root), home -> new ArrayList<>()).add(root);
    }
    List<Group> groups = new ArrayList<>();
    members.forEach(
        (home, nodes) ->
            groups.add(
                group(
                    home,
                    nodes,
                    rootsOf.getOrDefault(home, List.of()),
                    episodes.getOrDefault(home, List.of()))));
    return groups;
  }

  private static void put(Map<String, List<Episode>> all, String home, Collection<Episode> some) {
    all.computeIfAbsent(home, name -> new ArrayList<>()).addAll(some);
  }

  private Group group(
      String home, SortedSet<String> nodes, List<String> some, List<Episode> episodes) {
    TreeSet<String> own = new TreeSet<>(some);
    TreeSet<String> reached = new TreeSet<>();
    long onsetMs = Long.MAX_VALUE;
    for (String root : some) {
      reached.addAll(roots.reached.getOrDefault(root, new TreeSet<>()));
      onsetMs = Math.min(onsetMs, scene.node(root).onsetMs());
    }
    if (own.isEmpty()) {
      own.add(home);
      onsetMs = scene.node(home).onsetMs();
    }
    episodes.sort(Comparator.comparing(Episode::id));
    return new Group(own, nodes, reached, episodes, onsetMs);
  }

  private String homeOf(SceneNode node) {
    String root = roots.rootOf.get(node.name);
    if (root == null) {
      root = calledByRoot(node);
    }
    return root == null ? node.name : clusters.find(root);
  }

  /** A callee of a root with metrics or logs that went wrong before it may be behind it. */
  private @Nullable String calledByRoot(SceneNode node) {
    for (String caller : callingRoots(node.name)) {
      SceneNode root = scene.find(caller);
      if (root != null
          && node.onsetMs() <= root.onsetMs() + slackMs
          && node.onsetMs() >= root.onsetMs() - nearMs) {
        return caller;
      }
    }
    return null;
  }

  /** Of many callers and few roots, or few and many, the few are looked at. */
  private List<String> callingRoots(String node) {
    Topology topology = scene.topology;
    return topology.callerCount(node) > roots.reached.size()
        ? roots.reached.keySet().stream().filter(root -> topology.calls(root, node)).toList()
        : topology.callers(node).stream().filter(roots.reached::containsKey).toList();
  }
}
