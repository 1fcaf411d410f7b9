// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.incidents.Advisor;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.incidents.Experience;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.LearnedEdge;
import io.signalbox.analytics.incidents.News;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.patterns.advice.AdviceCatalogue;
import io.signalbox.patterns.advice.AdviceTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An hour in a shop in which a deployment, a dependency and an edge go bad, one after the other.
 */
final class ShopDay {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int END = 3600;

  private final TreeMap<Integer, List<Object>> items = new TreeMap<>();
  private final List<Episode> episodes = new ArrayList<>();
  private final List<EdgeWindow> edges = new ArrayList<>();

  /** All that a report would show of it. */
  static ReportData data(List<KnownFault> faults) {
    ShopDay day = new ShopDay();
    day.badDeploy();
    day.outage();
    day.slowEdge();
    day.traffic();
    return new ReportData(day.incidents(), day.episodes, day.edges, faults, List.of(), List.of());
  }

  static List<KnownFault> faults() {
    return List.of(
        new KnownFault(
            "bad-deploy", "payment", "v2.4.0", null, at(600), at(1200), List.of("checkout")),
        new KnownFault(
            "dependency-outage", "search-db", null, null, at(1700), at(2100), List.of("catalogue")),
        new KnownFault(
            "slow-edge", "assistant", null, "frontend", at(2700), at(3100), List.of("frontend")),
        new KnownFault("quality-drop", "answers", "small-2", null, at(3200), at(3500), List.of()));
  }

  private void badDeploy() {
    put(
        590,
        new Change(
            "c1", at(590), "shop", "payment", "deployed", "v2.4.0", "v2.3.1", "argo-cd", false));
    episode(EpisodeKind.COHORT, "payment", null, "version=v2.4.0", 600, 1205, 0.94, 0.002);
    episode(EpisodeKind.ERRORS, "payment", null, "Charge", 601, 1205, 0.47, 0.002);
    episode(EpisodeKind.EDGE_ERRORS, "checkout", "payment", "", 601, 1207, 0.47, 0.002);
    episode(EpisodeKind.ERRORS, "checkout", null, "PlaceOrder", 603, 1207, 0.45, 0.001);
    episode(EpisodeKind.LOGS, "payment", null, "card <*> refused: <*>", 604, 1200, 410, 3);
  }

  private void outage() {
    episode(EpisodeKind.EDGE_ERRORS, "catalogue", "search-db", "", 1700, 2104, 1, 0);
    episode(EpisodeKind.ERRORS, "catalogue", null, "Search", 1702, 2104, 0.9, 0.001);
    episode(EpisodeKind.ERRORS, "frontend", null, "GET /search", 1704, 2106, 0.3, 0.001);
    episode(EpisodeKind.METRIC, "frontend", null, "process.cpu.utilization", 1710, 1900, 0.9, 0.4);
  }

  private void slowEdge() {
    episode(EpisodeKind.EDGE_WIRE, "frontend", "assistant", "", 2700, 3105, 410_000, 3_000);
    episode(EpisodeKind.DURATION, "frontend", null, "GET /chat", 2705, 3105, 1_300_000, 420_000);
  }

  private void traffic() {
    calls("frontend", "checkout", 600, 1200, 0.42, false);
    calls("checkout", "payment", 600, 1200, 0.47, false);
    calls("checkout", "shipping", 0, 0, 0, false);
    calls("frontend", "catalogue", 1700, 2100, 0.6, false);
    calls("catalogue", "search-db", 1700, 2100, 0.98, true);
    calls("frontend", "assistant", 0, 0, 0, false);
    calls("assistant", "api.models.example", 0, 0, 0, true);
  }

  private void calls(String caller, String callee, int from, int to, double share, boolean silent) {
    for (int start = 0; start < END; start += 10) {
      long errors = start >= from && start < to ? Math.round(200 * share) : 0;
      EdgeWindow window =
          new EdgeWindow(
              "shop",
              caller,
              callee,
              silent,
              at(start),
              at(start + 10),
              200,
              errors,
              silent ? 0 : 200,
              20_000,
              60_000,
              900,
              2_000);
      edges.add(window);
      put(start + 10, window);
    }
  }

  private void episode(
      EpisodeKind kind,
      String service,
      @Nullable String peer,
      String subject,
      int from,
      int to,
      double value,
      double expected) {
    Episode open =
        new Episode(
            "ep-" + kind + service + from,
            1,
            EpisodeStatus.OPEN,
            "shop",
            service,
            kind,
            subject,
            peer,
            at(from),
            at(from + 6),
            null,
            0.8,
            1e-24,
            value,
            expected,
            0,
            expected,
            412,
            kind.name().toLowerCase(java.util.Locale.ROOT) + " of " + subject + " out of its band");
    Episode closed =
        new Episode(
            open.id(),
            2,
            EpisodeStatus.CLOSED,
            "shop",
            service,
            kind,
            subject,
            peer,
            at(from),
            at(to),
            at(to),
            0.8,
            1e-24,
            value,
            expected,
            0,
            expected,
            412,
            open.reason());
    episodes.addAll(List.of(open, closed));
    put(from + 6, open);
    put(to, closed);
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private void put(int second, Object item) {
    items.computeIfAbsent(second, any -> new ArrayList<>()).add(item);
  }

  private List<Incident> incidents() {
    Situation situation = new Situation("shop", CorrelationSettings.DEFAULT);
    List<Incident> found = new ArrayList<>();
    EdgeLearning learning = new EdgeLearning(CorrelationSettings.DEFAULT);
    items.forEach(
        (second, some) -> {
          List<LearnedEdge> learned = new ArrayList<>();
          List<Episode> told = of(some, Episode.class);
          learning.fold(at(second), of(some, EdgeWindow.class), told, learned::add);
          situation.fold(
              at(second), new News(told, learned, of(some, Change.class), List.of()), found::add);
        });
    situation.advance(at(END + 600), found::add);
    Advisor advisor = AdviceCatalogue.of(AdviceTexts.shipped()).advisor();
    Experience experience = new Experience();
    return found.stream().map(one -> advisor.advise(one, experience)).toList();
  }

  private static <T> List<T> of(List<Object> items, Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
