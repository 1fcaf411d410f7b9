// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the evidence against each node of one event: its own, less what others account for, and
 * its share of the edges that suffer.
 */
final class Weighing {
  /** Worth of calls that visibly fail or slow down without an episode of their own. */
  private static final double RAISED = 1.2;

  private static final double SLOWED = 0.4;
  private static final double FLOODED = 2;

  /** Onsets so far apart, or as the slack if that is more, speak half as much of one event. */
  private static final double NEAR_MS = 180_000;

  /** Worth of a tail that lengthens where half of the calls take no longer than usual. */
  private static final double TAIL_ONLY = 0.3;

  /** Worth of silence where no one calls. */
  private static final double UNMISSED = 0.2;

  private final Scene scene;
  private final Group group;
  private final Attribution attribution;
  private final Explanation explanation;
  private final Channels channels;
  private final double nearMs;
  private final TreeMap<String, List<Evidence>> evidence = new TreeMap<>();

  private Weighing(Scene scene, Group group, Judgement judgement, CorrelationSettings settings) {
    this.scene = scene;
    this.group = group;
    this.nearMs = Math.max(NEAR_MS, (double) settings.slack().toMillis());
    this.attribution = judgement.attribution();
    this.explanation = judgement.explanation();
    this.channels = judgement.channels();
  }

  /** Evidence by node, in no particular order within a node. */
  static SortedMap<String, List<Evidence>> of(
      Scene scene, Group group, Judgement judgement, CorrelationSettings settings) {
    Weighing weighing = new Weighing(scene, group, judgement, settings);
    TreeSet<Link> links = new TreeSet<>(Link.ORDER);
    for (String node : group.nodes()) {
      weighing.weighNode(node);
      links.addAll(scene.accountingFor(node));
      links.addAll(scene.sufferingFrom(node));
    }
    Set<String> told = new HashSet<>();
    for (Link link : links) {
      Episode episode = link.episode();
      boolean again =
          episode != null
              && !told.add(
                  link.victim() + "->" + link.cause() + episode.subject() + episode.kind());
      if (!again) { // an episode and the doubt it began with
        weighing.weighLink(link);
      }
    }
    return weighing.evidence;
  }

  private void weighNode(String name) {
    SceneNode node = scene.node(name);
    List<Episode> episodes = new ArrayList<>(node.felt);
    episodes.addAll(node.inner);
    episodes.sort(
        Comparator.comparingDouble(this::ownWeight).reversed().thenComparing(Episode::id));
    Map<EpisodeKind, Double> next = new EnumMap<>(EpisodeKind.class);
    Set<String> told = new HashSet<>();
    for (Episode episode : episodes) {
      if (told.add(episode.kind() + episode.subject())) { // an episode and the doubt it began with
        // The second series of a kind says half as much as the first, and so on.
        double novelty = next.getOrDefault(episode.kind(), 1.0);
        next.put(episode.kind(), novelty / 2);
        put(name, episode, ownWeight(episode) * novelty);
      }
    }
  }

  private double ownWeight(Episode episode) {
    double rest = 1 - explanation.of(episode.service(), episode.kind());
    return worth(episode) * Weight.strength(episode) * rest * nearness(episode);
  }

  private double worth(Episode episode) {
    boolean missed =
        episode.kind() != EpisodeKind.SILENCE
            || scene.topology.isMissed(episode.service(), episode.startedAt().toEpochMilli())
            || scene.sufferingFrom(episode.service()).stream()
                .anyMatch(link -> link.kind() == LinkKind.STARVED);
    return (missed ? Weight.of(episode.kind()) : UNMISSED) * Weight.ofDirection(episode);
  }

  private double nearness(Episode episode) {
    double apart = Math.abs(group.onsetMs() - episode.startedAt().toEpochMilli());
    double square = apart * apart / (nearMs * nearMs);
    return 1 / (1 + square * square);
  }

  private void weighLink(Link link) {
    EdgeKey edge = new EdgeKey(link.victim(), link.cause());
    EdgeHistory history = scene.topology.edge(link.victim(), link.cause());
    switch (link.kind()) {
      case FAILING, LOSING_TIME -> {
        if (link.episode() != null) {
          Episode episode = link.episode();
          double worth =
              Weight.of(episode.kind()) * Weight.strength(episode) * spread(episode, history);
          share(link, worth * nearness(episode), episode, null);
        }
      }
      case RAISED -> {
        if (history != null) {
          String statement = Statements.raised(edge, history);
          share(link, RAISED * history.risenShare(), null, statement);
        }
      }
      case SLOWED -> {
        if (history != null) {
          share(link, SLOWED, null, Statements.slowed(edge, history));
        }
      }
      case LOADED -> weighLoad(link);
      case VIEW, TOGETHER, NAMED, STARVED -> {}
    }
  }

  private void share(
      Link link, double worth, @Nullable Episode episode, @Nullable String statement) {
    double callee = attribution.toCallee(link);
    split(link, link.cause(), worth * callee * unexplained(link), episode, statement);
    split(link, attribution.otherEnd(link), worth * (1 - callee), episode, statement);
  }

  /**
   * A callee that only passes on the failures of its own callees bears little of the blame for
   * them, nor for the latency that a metric of its callers tells, which its own time is a part of.
   * Time lost on the way, though, is lost on this very edge.
   */
  private double unexplained(Link link) {
    return switch (link.kind()) {
      case FAILING, RAISED -> 1 - explanation.of(link.cause(), EpisodeKind.ERRORS);
      case SLOWED -> 1 - explanation.of(link.cause(), EpisodeKind.DURATION);
      case LOSING_TIME ->
          isMeasured(link) ? 1 - explanation.of(link.cause(), EpisodeKind.DURATION) : 1;
      default -> 1;
    };
  }

  private static boolean isMeasured(Link link) {
    Episode episode = link.episode();
    return episode != null && MetricReading.isOfMetric(episode);
  }

  private void split(
      Link link, String node, double weight, @Nullable Episode episode, @Nullable String said) {
    if (episode != null) {
      put(node, episode, weight);
    } else if (said != null) {
      Instant since = Instant.ofEpochMilli(link.onsetMs());
      String subject = new EdgeKey(link.victim(), link.cause()).toString();
      put(node, new Evidence("victims", subject, since, said, 0, 0, 1, weight));
    }
  }

  private static double spread(Episode episode, @Nullable EdgeHistory history) {
    boolean ofSpans =
        episode.kind() == EpisodeKind.EDGE_WIRE
            && MetricReading.kindOf(episode) == EpisodeKind.EDGE_WIRE;
    long startMs = episode.startedAt().toEpochMilli();
    return ofSpans && history != null && !history.wasSlowAfter(startMs) ? TAIL_ONLY : 1;
  }

  private void weighLoad(Link link) {
    double load = 1;
    for (String callee : scene.topology.eventfulCallees(link.cause())) {
      EdgeHistory edge = scene.topology.edge(link.cause(), callee);
      load = edge == null ? load : Math.max(load, edge.load());
    }
    EdgeKey edge = new EdgeKey(link.cause(), link.victim());
    double weight = FLOODED * Math.min(1, (load - 1) / 3);
    Instant since = Instant.ofEpochMilli(link.onsetMs());
    String said = Statements.flooded(edge, load);
    put(link.cause(), new Evidence("load", edge.toString(), since, said, load, 1, 1, weight));
  }

  private void put(String node, Episode episode, double weight) {
    boolean ofEdge = Weight.isOfEdge(episode.kind());
    put(
        node,
        new Evidence(
            episode.kind().name().toLowerCase(Locale.ROOT),
            ofEdge ? episode.service() + " -> " + episode.peer() : episode.subject(),
            episode.startedAt(),
            Statements.of(episode),
            episode.value(),
            episode.expected(),
            episode.pValue(),
            weight));
  }

  private void put(String node, Evidence one) {
    if (one.weight() > 0 && group.nodes().contains(node)) {
      evidence.computeIfAbsent(node, name -> new ArrayList<>()).add(channels.heed(one));
    }
  }
}
