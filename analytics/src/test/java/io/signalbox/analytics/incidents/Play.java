// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happens in an environment, second by second, and what correlation makes of it. */
final class Play {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final int WINDOW = 10;

  /** An item and the second at whose end it is folded. */
  record Item(
      int second,
      @Nullable Episode episode,
      @Nullable EdgeWindow edge,
      @Nullable Change change,
      @Nullable PatternMatch match,
      @Nullable IncidentWindow window,
      @Nullable IncidentFeedback feedback) {
    Item(
        int second,
        @Nullable Episode episode,
        @Nullable EdgeWindow edge,
        @Nullable Change change,
        @Nullable PatternMatch match) {
      this(second, episode, edge, change, match, null, null);
    }
  }

  private final List<Item> items = new ArrayList<>();

  static Instant at(int second) {
    return START.plusSeconds(second);
  }

  List<Item> items() {
    return items;
  }

  /**
   * An episode that is noticed a few seconds after its onset and closed, when it ends, at its end.
   */
  Play episode(
      EpisodeKind kind,
      String service,
      @Nullable String peer,
      String subject,
      int from,
      int to,
      double value,
      double expected) {
    return episode(kind, service, peer, subject, from, from + 5, to, value, expected);
  }

  Play episode(
      EpisodeKind kind,
      String service,
      @Nullable String peer,
      String subject,
      int from,
      int seen,
      int to,
      double value,
      double expected) {
    items.add(
        new Item(
            seen,
            revision(kind, service, peer, subject, from, seen, -1, value, expected),
            null,
            null,
            null));
    if (to > 0) {
      items.add(
          new Item(
              to,
              revision(kind, service, peer, subject, from, to, to, value, expected),
              null,
              null,
              null));
    }
    return this;
  }

  private static Episode revision(
      EpisodeKind kind,
      String service,
      @Nullable String peer,
      String subject,
      int from,
      int now,
      int to,
      double value,
      double expected) {
    return new Episode(
        "ep-" + kind + "-" + service + "-" + peer + "-" + subject + "-" + from,
        to < 0 ? 1 : 2,
        to < 0 ? EpisodeStatus.OPEN : EpisodeStatus.CLOSED,
        "prod",
        service,
        kind,
        subject,
        peer,
        at(from),
        at(now),
        to < 0 ? null : at(to),
        0.8,
        1e-24,
        value,
        expected,
        0,
        expected * 1.2,
        100,
        "as it is");
  }

  Play errors(String service, int from, int to, double share) {
    return episode(EpisodeKind.ERRORS, service, null, "GET /", from, to, share, 0.001);
  }

  Play duration(String service, int from, int to, double factor) {
    return episode(
        EpisodeKind.DURATION, service, null, "GET /", from, to, 100_000 * factor, 100_000);
  }

  Play silence(String service, int from, int to) {
    return episode(EpisodeKind.SILENCE, service, null, "", from, from + 30, to, 30, 1);
  }

  Play metric(String service, String series, int from, int to) {
    return episode(EpisodeKind.METRIC, service, null, series, from, to, 95, 40);
  }

  Play edgeErrors(String caller, String callee, int from, int to, double share) {
    return episode(EpisodeKind.EDGE_ERRORS, caller, callee, "", from, to, share, 0.001);
  }

  Play edgeWire(String caller, String callee, int from, int to) {
    return episode(EpisodeKind.EDGE_WIRE, caller, callee, "", from, to, 300_000, 4_000);
  }

  Play change(String service, String version, int second) {
    Change change =
        new Change(
            "change-" + service + second,
            at(second),
            "prod",
            service,
            "deployed",
            version,
            "v1",
            "ci",
            false);
    items.add(new Item(second, null, null, change, null));
    return this;
  }

  /** A known failure that began half a minute before it is recognised. */
  Play match(String pattern, String service, int second) {
    PatternMatch match =
        new PatternMatch(
            "match-" + pattern + second,
            pattern,
            1,
            "service|prod/" + service,
            "prod",
            service,
            "",
            service + " shows " + pattern,
            "high",
            0.8,
            "runbooks/" + pattern + ".md",
            at(second - 30),
            at(second),
            List.of());
    items.add(new Item(second, null, null, null, match));
    return this;
  }

  /** A window that is heard of in a second. */
  Play window(String id, IncidentWindowKind kind, String service, int from, int to, int heard) {
    IncidentWindow window =
        new IncidentWindow(
            id, at(heard), kind, "prod", List.of(service.split(",")), at(from), at(to), "", "ann");
    items.add(new Item(heard, null, null, null, null, window, null));
    return this;
  }

  /** What somebody says of an incident. */
  Play says(String id, String incident, IncidentVerdict verdict, @Nullable String what, int at) {
    boolean back = verdict == IncidentVerdict.WITHDRAWN;
    IncidentFeedback said =
        new IncidentFeedback(
            id,
            at(at),
            "prod",
            incident,
            null,
            verdict,
            back ? null : what,
            back ? what : null,
            "ann");
    items.add(new Item(at, null, null, null, null, null, said));
    return this;
  }

  /** Healthy calls over an edge. */
  Play calls(String caller, String callee, int from, int to) {
    return calls(caller, callee, from, to, 100, 0, false, 20_000);
  }

  Play calls(
      String caller,
      String callee,
      int from,
      int to,
      long calls,
      long errors,
      boolean silent,
      long us) {
    for (int start = from; start < to; start += WINDOW) {
      EdgeWindow window =
          new EdgeWindow(
              "prod",
              caller,
              callee,
              silent,
              at(start),
              at(start + WINDOW),
              calls,
              errors,
              silent ? 0 : calls,
              us,
              2 * us,
              silent ? 0 : 1_000,
              silent ? 0 : 2_000);
      items.add(new Item(start + WINDOW, null, window, null, null));
    }
    return this;
  }

  /** All revisions up to a second. */
  List<Incident> until(int second) {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    List<Incident> out = new ArrayList<>();
    run(situation, items, 0, second, out);
    return out;
  }

  /** Feeds the items of the seconds from..to (exclusive) to a situation, tick by tick. */
  static void run(Situation situation, List<Item> items, int from, int to, List<Incident> out) {
    TreeMap<Integer, List<Item>> ticks = new TreeMap<>();
    for (Item item : items) {
      ticks.computeIfAbsent(item.second(), second -> new ArrayList<>()).add(item);
    }
    EdgeLearning learning = new EdgeLearning(CorrelationSettings.DEFAULT);
    ticks
        .headMap(to)
        .forEach(
            (second, some) -> {
              News news = news(learning, second, some);
              if (second >= from) {
                situation.fold(at(second), news, out::add);
              }
            });
    situation.advance(at(to - 1), out::add);
  }

  private static News news(EdgeLearning learning, int second, List<Item> some) {
    TreeMap<String, Item> sorted = new TreeMap<>();
    some.forEach(item -> sorted.put(item.toString(), item));
    List<Episode> episodes = new ArrayList<>();
    List<EdgeWindow> edges = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<PatternMatch> matches = new ArrayList<>();
    List<IncidentWindow> windows = new ArrayList<>();
    List<IncidentFeedback> feedback = new ArrayList<>();
    for (Item item : sorted.values()) {
      if (item.episode() != null) {
        episodes.add(item.episode());
      } else if (item.edge() != null) {
        edges.add(item.edge());
      } else if (item.change() != null) {
        changes.add(item.change());
      } else if (item.match() != null) {
        matches.add(item.match());
      } else if (item.window() != null) {
        windows.add(item.window());
      } else if (item.feedback() != null) {
        feedback.add(item.feedback());
      }
    }
    List<LearnedEdge> learned = new ArrayList<>();
    learning.fold(at(second), edges, episodes, learned::add);
    return new News(episodes, List.of(), learned, changes, matches, windows, feedback);
  }
}
