// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static io.signalbox.analytics.incidents.CorrelationSettings.DEFAULT;
import static io.signalbox.analytics.incidents.IncidentWindowKind.MAINTENANCE;
import static io.signalbox.analytics.incidents.IncidentWindowKind.SILENCE;
import static io.signalbox.analytics.incidents.IncidentWindowKind.WITHDRAWN;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentVerdict;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.analytics.incidents.LearnedEdge;
import io.signalbox.analytics.incidents.News;
import io.signalbox.analytics.incidents.Situation;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A few services that call each other, and things that go wrong about them, from a seed. */
final class RandomWorld {
  static final int SECONDS = 900;

  /** Those of the golden bytes, to which later kinds do not belong. */
  private static final List<EpisodeKind> KINDS =
      List.copyOf(EnumSet.range(EpisodeKind.METRIC, EpisodeKind.QUALITY));

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> NODES = List.of("web", "cart", "pay", "db", "bank");

  private final Random random;
  private final TreeMap<Integer, List<Object>> items = new TreeMap<>();

  RandomWorld(long seed) {
    random = new Random(seed);
    for (String caller : NODES) {
      for (String callee : NODES) {
        if (random.nextInt(2) == 0) {
          calls(caller, callee);
        }
      }
    }
    for (int i = 0; i < 8; i++) {
      episode("s" + i);
    }
    change();
    match();
    doubt();
    statements();
  }

  /** What people say; of incidents only what a world of its own may tell them. */
  private void statements() {
    int at = 1 + random.nextInt(300);
    IncidentWindowKind kind = random.nextBoolean() ? MAINTENANCE : SILENCE;
    String name = NODES.get(random.nextInt(NODES.size()));
    put(
        at,
        new IncidentWindow(
            "w1", at(at), kind, "prod", List.of(name, "b*"), at(at), at(at + 500), "move", "ann"));
    put(
        at + 1,
        new IncidentWindow(
            "w2", null, WITHDRAWN, "prod", List.of(), null, at(at + 900), "", "bob"));
  }

  /** Adds what people say of an incident. */
  RandomWorld judged(String incident, int second) {
    put(
        second,
        new IncidentFeedback(
            "f1", at(second), "prod", incident, 2L, IncidentVerdict.REAL_CAUSE, "db", null, "ann"));
    return this;
  }

  /** Plays all of it into a situation that is replaced, after every tick, by what it becomes. */
  List<Incident> play(Situation fresh, UnaryOperator<Situation> between) {
    List<Incident> out = new ArrayList<>();
    Situation situation = fresh;
    EdgeLearning learning = new EdgeLearning(DEFAULT);
    for (int second = 1; second <= SECONDS; second++) {
      List<Object> some = items.getOrDefault(second, List.of());
      if (!some.isEmpty()) {
        List<LearnedEdge> learned = new ArrayList<>();
        learning.fold(
            at(second), of(some, EdgeWindow.class), of(some, Episode.class), learned::add);
        learning = EdgeLearningCodec.decode(EdgeLearningCodec.encode(learning), DEFAULT);
        situation.fold(
            at(second),
            new News(
                of(some, Episode.class),
                of(some, Suspicion.class),
                learned,
                of(some, Change.class),
                of(some, PatternMatch.class),
                of(some, IncidentWindow.class),
                of(some, IncidentFeedback.class)),
            out::add);
        situation = between.apply(situation);
      }
    }
    situation.advance(at(SECONDS + 600), out::add);
    return out;
  }

  private static <T> List<T> of(List<Object> items, Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private void put(int second, Object item) {
    items.computeIfAbsent(second, any -> new ArrayList<>()).add(item);
  }

  private void calls(String caller, String callee) {
    boolean silent = random.nextBoolean();
    int bad = random.nextInt(3) == 0 ? 200 + random.nextInt(300) : SECONDS;
    for (int end = 10; end <= SECONDS; end += 10) {
      long errors = end > bad ? 40 : 0;
      long answered = silent ? 0 : 100;
      long micros = end > bad ? 90_000 : 20_000;
      put(
          end,
          new EdgeWindow(
              "prod",
              caller,
              callee,
              silent,
              at(end - 10),
              at(end),
              100,
              errors,
              answered,
              micros,
              2 * micros,
              500,
              900));
    }
  }

  private void episode(String subject) {
    EpisodeKind kind = KINDS.get(random.nextInt(KINDS.size()));
    String service = NODES.get(random.nextInt(NODES.size()));
    boolean ofEdge = kind == EpisodeKind.EDGE_ERRORS || kind == EpisodeKind.EDGE_WIRE;
    String peer = ofEdge ? NODES.get(random.nextInt(NODES.size())) : null;
    int from = 100 + random.nextInt(300);
    int seen = from + 1 + random.nextInt(30);
    int to = seen + 10 + random.nextInt(400);
    for (int now : new int[] {seen, to}) {
      boolean closed = now == to;
      put(
          now,
          new Episode(
              "ep-" + subject,
              closed ? 2 : 1,
              closed ? EpisodeStatus.CLOSED : EpisodeStatus.OPEN,
              "prod",
              service,
              kind,
              subject,
              peer,
              at(from),
              at(now),
              closed ? at(to) : null,
              0.8,
              1e-24,
              0.6,
              0.1,
              0,
              0.2,
              100,
              "strange"));
    }
  }

  private void match() {
    int at = 200 + random.nextInt(300);
    String node = NODES.get(random.nextInt(NODES.size()));
    put(
        at,
        new PatternMatch(
            "m1",
            "bad-deploy",
            3,
            "prod/" + node,
            "prod",
            node,
            "",
            "a deployment broke it",
            "high",
            0.8,
            "runbooks/bad-deploy.md",
            at(at - 100),
            at(at),
            List.of()));
  }

  private void change() {
    int at = 50 + random.nextInt(300);
    put(at, new Change("c1", at(at), "prod", "pay", "deployed", "v2", "v1", "ci", "tidy", false));
  }

  private void doubt() {
    int at = SECONDS - 30;
    put(at, new Change("d1", at(at), "prod", "bank", "dependency", "db", null, "ci", false));
    put(at, new Suspicion("prod", "db", EpisodeKind.METRIC, "cpu", at(at), 8, 10_000, 90, 10, 1));
  }
}
