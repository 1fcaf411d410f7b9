// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EdgeLearningTest {
  private static final int WINDOW = 10;

  private final EdgeLearning learning = new EdgeLearning(CorrelationSettings.DEFAULT);
  private final Topology known = new Topology();

  private static EdgeWindow window(String caller, String callee, int end, long errors) {
    return new Play()
        .calls(caller, callee, end - WINDOW, end, 100, errors, false, 20_000).items().stream()
            .map(Play.Item::edge)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
  }

  private static List<Episode> episode(EpisodeKind kind, String service, @Nullable String peer) {
    return new Play()
        .episode(kind, service, peer, "", 0, 5, 400, 0.5, 0.1).items().stream()
            .map(Play.Item::episode)
            .filter(Objects::nonNull)
            .toList();
  }

  /** What is told of windows of web -> cart and shop -> cart, and of nothing but episodes. */
  private List<LearnedEdge> tell(int second, long errors, List<Episode> episodes) {
    List<LearnedEdge> told = new ArrayList<>();
    List<EdgeWindow> windows =
        errors < 0
            ? List.of()
            : List.of(window("shop", "cart", second, 0), window("web", "cart", second, errors));
    learning.fold(Play.at(second), windows, episodes, told::add);
    told.forEach(edge -> known.know(edge, 10));
    return List.copyOf(told);
  }

  private static List<String> callers(List<LearnedEdge> told) {
    return told.stream().map(edge -> edge.key().caller()).toList();
  }

  @Test
  void anEdgeAsUsualIsToldWhenItIsNewWhenItsDurationIsKnownAndEveryFiveMinutes() {
    List<Integer> seconds = new ArrayList<>();
    for (int second = WINDOW; second <= 1000; second += WINDOW) {
      if (callers(tell(second, 0, List.of())).contains("web")) {
        seconds.add(second);
      }
    }
    assertEquals(List.of(10, 50, 60, 360, 660, 960), seconds);
  }

  @Test
  void anEdgeThatSuffersIsToldWithEveryWindowUntilItIsAsUsualAgain() {
    for (int second = WINDOW; second <= 100; second += WINDOW) {
      tell(second, 0, List.of());
    }
    for (int second = 110; second <= 150; second += WINDOW) {
      assertTrue(callers(tell(second, 40, List.of())).contains("web"));
      EdgeHistory edge = Objects.requireNonNull(known.edge("web", "cart"));
      assertEquals(Play.at(100).toEpochMilli(), edge.errors.sinceMs);
      assertEquals(Play.at(second).toEpochMilli(), edge.lastEndMs);
    }
    for (int second = 160; second <= 250; second += WINDOW) {
      tell(second, 0, List.of());
    }
    assertFalse(Objects.requireNonNull(known.edge("web", "cart")).isEventful());
  }

  @Test
  void theEdgeOfWhichAnEpisodeSpeaksIsToldAtOnceAndWithEveryWindowUntilItCloses() {
    for (int second = WINDOW; second <= 100; second += WINDOW) {
      tell(second, 0, List.of());
    }
    List<Episode> revisions = episode(EpisodeKind.EDGE_WIRE, "web", "cart");
    assertEquals(List.of("web"), callers(tell(105, -1, revisions.subList(0, 1))));
    assertTrue(callers(tell(110, 0, List.of())).contains("web"));
    assertTrue(callers(tell(120, 0, List.of())).contains("web"));
    tell(125, -1, revisions.subList(1, 2));
    assertTrue(learning.spoken().isEmpty());
  }

  @Test
  void allCallersOfAServiceThatFellSilentAreTold() {
    for (int second = WINDOW; second <= 100; second += WINDOW) {
      tell(second, 0, List.of());
    }
    List<Episode> silence = episode(EpisodeKind.SILENCE, "cart", null);
    assertEquals(List.of("shop", "web"), callers(tell(105, -1, silence.subList(0, 1))));
    assertEquals(List.of("shop", "web"), callers(tell(110, 0, List.of())));
    assertTrue(known.isMissed("cart", Play.at(85).toEpochMilli()));
  }

  @Test
  void whatSpeaksOfNoCallsIsNotHeard() {
    assertNull(EdgeLearning.calleeOf(episode(EpisodeKind.ERRORS, "cart", null).get(0)));
    assertEquals(
        "cart", EdgeLearning.calleeOf(episode(EpisodeKind.EDGE_ERRORS, "web", "cart").get(0)));
  }

  @Test
  void silentEdgesAreForgottenWithoutNews() {
    tell(WINDOW, 0, List.of());
    assertFalse(learning.isEmpty());
    learning.advance(java.time.Instant.ofEpochMilli(learning.nextWakeMs()));
    assertTrue(learning.isEmpty());
  }
}
