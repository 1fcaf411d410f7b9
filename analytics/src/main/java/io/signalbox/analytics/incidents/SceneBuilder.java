// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Builds the scene: episodes first, then the links that edges, order in time and load suggest. */
final class SceneBuilder {
  /** Calls on an edge older than this say nothing about now. */
  private static final long FRESH_MS = 180_000;

  private final Scene scene;
  private final Topology topology;
  private final long nowMs;
  private final long slackMs;
  private final long nearMs;
  private final int hubCallers;

  private SceneBuilder(Topology topology, CorrelationSettings settings, long nowMs) {
    this.scene = new Scene(topology);
    this.topology = topology;
    this.nowMs = nowMs;
    this.slackMs = settings.slack().toMillis();
    this.nearMs = settings.near().toMillis();
    this.hubCallers = settings.hubCallers();
  }

  /**
   * The scene at a time.
   *
   * @param episodes those that count then, in the order of their ids
   * @param complaints what services complain of in their logs
   */
  static Scene build(
      Topology topology,
      Collection<Episode> episodes,
      List<Complaint> complaints,
      CorrelationSettings settings,
      long nowMs) {
    SceneBuilder builder = new SceneBuilder(topology, settings, nowMs);
    episodes.forEach(builder::place);
    builder.spread();
    builder.linkInOrder();
    builder.linkViews();
    ComplaintLinks.link(builder.scene, complaints);
    builder.linkStarved();
    LoadOrigin.link(builder.scene, builder::isFresh);
    return builder.scene;
  }

  private void place(Episode episode) {
    if (episode.peer() == null || !Weight.isOfEdge(episode.kind())) {
      scene.node(episode.service()).add(episode);
      return;
    }
    LinkKind kind =
        episode.kind() == EpisodeKind.EDGE_ERRORS ? LinkKind.FAILING : LinkKind.LOSING_TIME;
    long onsetMs = episode.startedAt().toEpochMilli();
    scene.add(new Link(episode.service(), episode.peer(), kind, onsetMs, episode));
  }

  /** Follows calls that suffer from every node in trouble, to its callers and its callees. */
  private void spread() {
    ArrayDeque<String> queue = new ArrayDeque<>();
    TreeSet<String> seen = new TreeSet<>();
    scene.nodes().stream().filter(SceneNode::isFelt).forEach(node -> queue.add(node.name));
    seen.addAll(queue);
    while (!queue.isEmpty()) {
      String name = queue.remove();
      long onsetMs = scene.node(name).onsetMs();
      for (Link link : sufferingCalls(name, onsetMs)) {
        scene.add(link);
        String other = link.victim().equals(name) ? link.cause() : link.victim();
        if (seen.add(other)) {
          queue.add(other);
        }
      }
    }
  }

  private List<Link> sufferingCalls(String name, long onsetMs) {
    List<Link> found = new ArrayList<>();
    for (String caller : topology.eventfulCallers(name)) {
      EdgeHistory edge = topology.edge(caller, name);
      if (edge != null && isFresh(edge)) {
        addSuffering(found, caller, name, edge, onsetMs, onsetMs + nearMs);
      }
    }
    for (String callee : topology.eventfulCallees(name)) {
      EdgeHistory edge = topology.edge(name, callee);
      if (edge != null && isFresh(edge)) {
        addSuffering(found, name, callee, edge, onsetMs, onsetMs + slackMs);
      }
    }
    return found;
  }

  private void addSuffering(
      List<Link> found, String caller, String callee, EdgeHistory edge, long onsetMs, long toMs) {
    long fromMs = onsetMs - slackMs;
    long failing = edge.errors.sinceMs;
    long slow = edge.slow.sinceMs;
    if (edge.errors.isUp() && failing >= fromMs && failing <= toMs) {
      if (hasNone(caller, callee, LinkKind.FAILING)) {
        found.add(new Link(caller, callee, LinkKind.RAISED, failing, null));
      }
    } else if (edge.slow.isUp() && slow >= fromMs && slow <= toMs && isSlow(callee)) {
      if (hasNone(caller, callee, LinkKind.LOSING_TIME)) {
        found.add(new Link(caller, callee, LinkKind.SLOWED, slow, null));
      }
    }
  }

  private boolean hasNone(String caller, String callee, LinkKind kind) {
    return scene.accountingFor(caller).stream()
        .noneMatch(link -> link.cause().equals(callee) && link.kind() == kind);
  }

  /** Slow calls alone are followed only to a callee that is slow by other evidence too. */
  private boolean isSlow(String callee) {
    SceneNode node = scene.find(callee);
    return node != null
        && (node.has(EpisodeKind.DURATION)
            || scene.accountingFor(callee).stream().anyMatch(link -> link.kind().isOfTime()));
  }

  /** Links neighbours that are both in trouble, the callee no later than the caller. */
  private void linkInOrder() {
    List<Link> found = new ArrayList<>();
    for (SceneNode callee : scene.nodes()) {
      if (callee.felt.isEmpty() || topology.callerCount(callee.name) > hubCallers) {
        continue;
      }
      for (String name : topology.callers(callee.name)) {
        SceneNode caller = scene.find(name);
        if (caller != null
            && !scene.isLinked(name, callee.name)
            && callee.mayPassOnTo(caller, slackMs, nearMs)
            && !CallsToCome.belie(topology, callee, caller, nowMs)) {
          found.add(new Link(name, callee.name, LinkKind.TOGETHER, callee.onsetMs(), null));
        }
      }
    }
    found.forEach(scene::add);
  }

  /**
   * Callers know a service under names of its load balancer too. Such a view is a leaf and has
   * nothing to tell but what its caller felt; what it shows is the trouble of the service.
   */
  private void linkViews() {
    List<Link> found = new ArrayList<>();
    Map<String, List<SceneNode>> calledBy = new HashMap<>();
    for (SceneNode service : scene.nodes()) {
      if (!service.felt.isEmpty() && topology.isCaller(service.name)) {
        for (String caller : topology.callers(service.name)) {
          calledBy.computeIfAbsent(caller, name -> new ArrayList<>()).add(service);
        }
      }
    }
    for (SceneNode leaf : scene.nodes()) {
      if (!leaf.felt.isEmpty() && leaf.inner.isEmpty() && !topology.isCaller(leaf.name)) {
        for (String caller : topology.callers(leaf.name)) {
          for (SceneNode service : calledBy.getOrDefault(caller, List.of())) {
            if (shows(leaf, service)) {
              found.add(new Link(leaf.name, service.name, LinkKind.VIEW, service.onsetMs(), null));
            }
          }
        }
      }
    }
    found.forEach(scene::add);
  }

  private boolean shows(SceneNode leaf, SceneNode service) {
    return Math.abs(leaf.onsetMs() - service.onsetMs()) <= nearMs
        && service.felt.stream().anyMatch(episode -> leaf.has(episode.kind()));
  }

  /**
   * A node that no one calls any more because all its callers are silent is not dead itself, nor to
   * blame for having less to do.
   */
  private void linkStarved() {
    List<Link> found = new ArrayList<>();
    for (SceneNode node : scene.nodes()) {
      if (!node.has(EpisodeKind.SILENCE) && node.inner.stream().noneMatch(Weight::isLessLoad)) {
        continue;
      }
      List<String> callers = topology.callers(node.name);
      callers.remove(node.name);
      if (!callers.isEmpty()) {
        if (callers.stream().allMatch(caller -> wentSilentBefore(caller, node))) {
          callers.forEach(
              caller ->
                  found.add(
                      new Link(
                          node.name,
                          caller,
                          LinkKind.STARVED,
                          scene.node(caller).onsetMs(),
                          null)));
        }
      }
    }
    found.forEach(scene::add);
  }

  private boolean wentSilentBefore(String caller, SceneNode node) {
    SceneNode found = scene.find(caller);
    return found != null
        && found.has(EpisodeKind.SILENCE)
        && found.onsetMs() <= node.onsetMs() + slackMs;
  }

  private boolean isFresh(EdgeHistory edge) {
    return edge.lastEndMs >= nowMs - FRESH_MS;
  }
}
