// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.incidents.CorrelationSettings;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentVerdict;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.schemas.incidents.EdgeReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found in a few environments of two services, and what people say of it. */
final class SmallTown {
  static final List<String> ENVIRONMENTS = List.of("north", "south", "east", "west", "");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final int SECONDS = 1_500;

  private SmallTown() {}

  static Instant at(int second) {
    return START.plusSeconds(second);
  }

  static long ms(int second) {
    return at(second).toEpochMilli();
  }

  /** Calls, and twice a minute and a half in which those of one service fail. */
  static List<Finding> telemetry() {
    List<Finding> found = new ArrayList<>();
    for (String environment : ENVIRONMENTS) {
      EdgeLearning learning = new EdgeLearning(CorrelationSettings.DEFAULT);
      for (int second = 10; second < SECONDS; second += 10) {
        int at = second;
        learning.fold(
            at(at),
            List.of(calls(environment, at)),
            List.of(),
            edge -> found.add(Finding.of(ms(at), EdgeReport.of(environment, edge))));
      }
      errors(found, environment, 600, 690);
      errors(found, environment, 1_000, 1_090);
    }
    return found;
  }

  private static EdgeWindow calls(String environment, int second) {
    return new EdgeWindow(
        environment,
        "shop",
        "bank",
        false,
        at(second - 10),
        at(second),
        100,
        0,
        100,
        20_000,
        40_000,
        500,
        900);
  }

  private static void errors(List<Finding> found, String environment, int from, int to) {
    found.add(Finding.of(ms(from + 5), episode(environment, from, from + 5, null)));
    found.add(Finding.of(ms(to), episode(environment, from, to, at(to))));
  }

  private static Episode episode(String environment, int from, int now, @Nullable Instant ended) {
    return new Episode(
        "ep-" + environment + from,
        ended == null ? 1 : 2,
        ended == null ? EpisodeStatus.OPEN : EpisodeStatus.CLOSED,
        environment,
        "bank",
        EpisodeKind.ERRORS,
        "POST /pay",
        null,
        at(from),
        at(now),
        ended,
        0.8,
        1e-24,
        0.5,
        0.001,
        0,
        0.01,
        100,
        "as it is");
  }

  /** A window over the bank of an environment. */
  static Finding window(
      String environment, IncidentWindowKind kind, @Nullable Instant holds, int from, int to) {
    return Finding.of(
        new IncidentWindow(
            "w-" + environment,
            holds,
            kind,
            environment,
            List.of("bank", "shop"),
            at(from),
            at(to),
            "new vault",
            "ann"));
  }

  /** A verdict on an incident. */
  static Finding verdict(String environment, String incident, int second) {
    return Finding.of(
        new IncidentFeedback(
            "f-" + environment,
            at(second),
            environment,
            incident,
            1L,
            IncidentVerdict.CONFIRM,
            null,
            null,
            "ann"));
  }
}
