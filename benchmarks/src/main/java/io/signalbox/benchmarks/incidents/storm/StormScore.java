// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.benchmarks.runs.Medians;
import io.signalbox.benchmarks.runs.Quantiles;
import io.signalbox.benchmarks.runs.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares what was told of storms with what they were; the first one is left out. */
final class StormScore {
  private static final double MANY = 0.99;
  private static final double HALF = 0.5;

  private final StormGraph graph;
  private final List<Storm> storms;
  private final List<StormRevision> revisions;
  private final List<StormSecond> seconds;
  private final List<Double> ranked = new ArrayList<>();
  private final List<Double> rankedCpu = new ArrayList<>();
  private final List<Double> event = new ArrayList<>();
  private int faults;
  private int opened;
  private int merged;
  private int spurious;
  private double reach;
  private double reachOfGraph;
  private double reachOfTime;

  StormScore(StormNews story, List<StormRevision> revisions, List<StormSecond> seconds) {
    this.graph = story.graph();
    this.storms = story.storms();
    this.revisions = revisions;
    this.seconds = seconds;
  }

  StormResult result(
      StormLearning learning,
      long stateBytes,
      long heapBytes,
      double encodeSeconds,
      Window window) {
    for (int i = 1; i < storms.size(); i++) {
      judge(storms.get(i), StormNews.beginOf(i));
    }
    double[] storm = took(false);
    double[] hear = took(true);
    return new StormResult(
        graph.services(),
        graph.size(),
        graph.to(graph.hub()).length,
        storms.get(1).episodes(),
        faults,
        ranked.size(),
        Quantiles.of(Quantiles.sorted(ranked), HALF),
        Quantiles.of(Quantiles.sorted(ranked), MANY),
        Quantiles.of(Quantiles.sorted(rankedCpu), HALF),
        Quantiles.of(Quantiles.sorted(rankedCpu), MANY),
        Quantiles.of(Quantiles.sorted(event), HALF),
        Quantiles.of(Quantiles.sorted(event), MANY),
        opened,
        merged,
        spurious,
        reach,
        reachOfGraph,
        reachOfTime,
        Quantiles.of(storm, HALF),
        Quantiles.of(storm, MANY),
        Quantiles.of(hear, HALF),
        Quantiles.of(hear, 1),
        learning.secondsEach(),
        seconds.stream().mapToInt(StormSecond::reports).skip(StormNews.CALM_S).max().orElse(0),
        floorSeconds() / graph.size(),
        learning.stateBytes(),
        stateBytes,
        heapBytes,
        encodeSeconds,
        window);
  }

  private void judge(Storm storm, int begin) {
    List<StormRevision> own =
        revisions.stream()
            .filter(one -> one.second() >= begin && one.second() < begin + StormNews.EVERY_S)
            .toList();
    faults += storm.faults().size();
    for (StormFault fault : storm.faults()) {
      own.stream()
          .filter(one -> isAbout(one.incident(), fault))
          .findFirst()
          .ifPresent(
              first -> {
                ranked.add(first.after().wall());
                rankedCpu.add(first.after().cpu());
                event.add((double) first.second() - begin);
              });
    }
    Map<String, Incident> widest = new TreeMap<>();
    for (StormRevision one : own) {
      widest.merge(one.incident().id(), one.incident(), StormScore::wider);
    }
    opened += widest.size();
    merged +=
        (int) own.stream().filter(one -> one.incident().status() == IncidentStatus.MERGED).count();
    widest.values().forEach(incident -> judge(incident, storm.faults()));
    Set<String> troubled = troubled(storm);
    reachOfTime = Math.max(reachOfTime, reachOf(troubled, storm.faults()));
    components(troubled)
        .forEach(one -> reachOfGraph = Math.max(reachOfGraph, reachOf(one, storm.faults())));
  }

  private static boolean isAbout(Incident incident, StormFault fault) {
    return incident.suspects().get(0).node().equals(fault.culprit());
  }

  private static Incident wider(Incident one, Incident other) {
    return other.services().size() >= one.services().size() ? other : one;
  }

  /**
   * An incident is about the fault of its first suspect, else about the one it shares most with.
   */
  private void judge(Incident incident, List<StormFault> all) {
    Set<String> services = new HashSet<>(incident.services());
    double size =
        all.stream()
            .filter(fault -> isAbout(incident, fault))
            .mapToInt(fault -> fault.nodes().size())
            .findFirst()
            .orElse(0);
    double found = size > 0 ? services.size() / size : reachOf(services, all);
    spurious += found == 0 ? 1 : 0;
    reach = Math.max(reach, found);
  }

  /** 0 when nothing is shared with any fault. */
  private static double reachOf(Set<String> services, List<StormFault> all) {
    int most = 0;
    int size = 0;
    for (StormFault fault : all) {
      int shared = (int) fault.nodes().stream().filter(services::contains).count();
      if (shared > most) {
        most = shared;
        size = fault.nodes().size();
      }
    }
    return size == 0 ? 0 : (double) services.size() / size;
  }

  private static Set<String> troubled(Storm storm) {
    Set<String> nodes = new HashSet<>();
    for (int second = 0; second < StormNews.EVERY_S; second++) {
      storm.told(second).stream().map(Episode::service).forEach(nodes::add);
    }
    return nodes;
  }

  private List<Set<String>> components(Set<String> troubled) {
    Map<String, Set<String>> of = new HashMap<>();
    troubled.forEach(node -> of.put(node, new HashSet<>(Set.of(node))));
    for (int edge = 0; edge < graph.size(); edge++) {
      Set<String> one = of.get(graph.name(graph.callers[edge]));
      Set<String> other = of.get(graph.name(graph.callees[edge]));
      if (one != null && other != null && !one.containsAll(other)) {
        boolean swap = one.size() < other.size();
        Set<String> larger = swap ? other : one;
        Set<String> smaller = swap ? one : other;
        larger.addAll(smaller);
        smaller.forEach(node -> of.put(node, larger));
      }
    }
    return of.values().stream().distinct().toList();
  }

  /** Seconds of measured storms, with or without windows. */
  private double[] took(boolean windows) {
    return seconds.stream()
        .filter(one -> one.second() >= StormNews.beginOf(1))
        .filter(one -> one.windows() > 0 == windows)
        .filter(
            one -> windows || Storm.lasts((one.second() - StormNews.CALM_S) % StormNews.EVERY_S))
        .mapToDouble(one -> one.took().wall())
        .sorted()
        .toArray();
  }

  private double floorSeconds() {
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < graph.services(); i++) {
      ids.put(graph.name(i), i);
    }
    double[] took = new double[5];
    long sum = 0;
    for (int round = 0; round < took.length; round++) {
      long start = System.nanoTime();
      for (int edge = 0; edge < graph.size(); edge++) {
        sum += ids.getOrDefault(graph.name(graph.callers[edge]), 0);
        sum += ids.getOrDefault(graph.name(graph.callees[edge]), 0);
      }
      took[round] = (System.nanoTime() - start) / 1e9;
    }
    return sum < 0 ? 0 : Medians.of(took);
  }
}
