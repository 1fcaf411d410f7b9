// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Suspicion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Series that bring a value a minute: when they open an incident, and what ends it. */
class MinutesTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String CLIENT = "mesh.client.duration{peer.service=pay}";
  private static final String WIRE = "mesh.wire.duration{peer.service=pay}";

  private final TreeMap<Integer, List<Suspicion>> suspicions = new TreeMap<>();
  private final TreeMap<Integer, List<Episode>> episodes = new TreeMap<>();

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private void suspect(String service, String series, int minute, double nats, double value) {
    suspicions
        .computeIfAbsent(minute, none -> new ArrayList<>())
        .add(
            new Suspicion(
                "prod",
                service,
                EpisodeKind.METRIC,
                series,
                minute(minute),
                nats,
                60_000,
                value,
                0.004,
                1));
  }

  private void episode(String series, int began, int minute, EpisodeStatus status) {
    boolean closed = status == EpisodeStatus.CLOSED;
    episodes
        .computeIfAbsent(minute, none -> new ArrayList<>())
        .add(
            new Episode(
                "ep-" + series,
                closed ? 2 : 1,
                status,
                "prod",
                "shop",
                EpisodeKind.METRIC,
                series,
                null,
                minute(began),
                minute(minute),
                closed ? minute(minute) : null,
                0.55,
                1e-8,
                0.75,
                0.004,
                0,
                0.006,
                1,
                ""));
  }

  /** What is told until a minute, as "status minute.seconds since minute". */
  private List<String> told(int until) {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    List<String> told = new ArrayList<>();
    for (int minute = 0; minute < until; minute++) {
      News news =
          new News(
              episodes.getOrDefault(minute, List.of()),
              suspicions.getOrDefault(minute, List.of()),
              List.of(),
              List.of(),
              List.of());
      situation.fold(minute(minute), news, incident -> told.add(said(incident)));
      situation.advance(minute(minute + 1).minusMillis(1), incident -> told.add(said(incident)));
    }
    return told;
  }

  private static String said(Incident incident) {
    long seconds = incident.updatedAt().getEpochSecond() - START.getEpochSecond();
    long began = incident.startedAt().getEpochSecond() - START.getEpochSecond();
    return incident.status().name()
        + " "
        + seconds / 60
        + "."
        + seconds % 60
        + " since "
        + began / 60;
  }

  @Test
  void twoValuesAMinuteApartThatAreImprobableAndLargeOpenOne() {
    suspect("shop", CLIENT, 1, 13, 0.02);
    suspect("shop", CLIENT, 2, 13, 0.02);
    assertEquals("OPEN 2.0 since 1", told(4).get(0));
  }

  @Test
  void oneSuchValueOpensNone() {
    suspect("shop", CLIENT, 1, 20, 0.02);
    assertEquals(List.of(), told(6));
  }

  @Test
  void whatIsOnlyJustImprobableOpensNone() {
    suspect("shop", CLIENT, 1, 11, 0.02);
    suspect("shop", CLIENT, 2, 11, 0.02);
    assertEquals(List.of(), told(6));
  }

  @Test
  void twoFamiliesThatTellOfManyTimesTheUsualOpenOneAtOnce() {
    suspect("shop", CLIENT, 1, 15, 0.75);
    suspect("shop", WIRE, 1, 15, 0.75);
    assertEquals("OPEN 1.5 since 1", told(2).get(0));
  }

  @Test
  void theQuantilesOfOneSeriesAreOneFamily() {
    suspect("shop", "ServerLatencyP90", 1, 15, 0.75);
    suspect("shop", "ServerLatencyP99", 1, 15, 0.75);
    assertEquals(List.of(), told(6));
  }

  @Test
  void theCalmValuesThatCloseAnEpisodeAreNoSign() {
    for (int minute = 1; minute <= 4; minute++) {
      suspect("shop", CLIENT, minute, 15, 0.75);
      suspect("shop", WIRE, minute, 15, 0.75);
    }
    episode(CLIENT, 1, 3, EpisodeStatus.OPEN);
    episode(CLIENT, 1, 9, EpisodeStatus.CLOSED);
    suspect("web", CLIENT, 10, 15, 0.75);
    suspect("web", WIRE, 10, 15, 0.75);
    List<String> told = told(20);
    assertEquals("OPEN 1.5 since 1", told.get(0));
    assertTrue(told.contains("OPEN 10.5 since 10"), told::toString);
  }

  @Test
  void aCallersLatencyIsExplainedByWhatTheCalleeWaitsFor() {
    suspect("web", "mesh.client.duration{peer.service=shop}", 1, 15, 1.5);
    suspect("shop", "latency", 1, 15, 1.5);
    suspect("shop", CLIENT, 1, 18, 0.75);
    suspect("shop", WIRE, 1, 18, 0.75);
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    News news =
        new News(List.of(), suspicions.getOrDefault(1, List.of()), List.of(), List.of(), List.of());
    situation.fold(minute(1), news, incident -> {});
    Inquiry asked = new Inquiry("q", "prod", minute(1), null);
    assertEquals("pay", situation.answer(asked, minute(1)).suspects().get(0).node());
  }
}
