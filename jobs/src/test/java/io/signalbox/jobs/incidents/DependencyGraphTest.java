// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture of who calls whom. */
class DependencyGraphTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Pattern CURVE =
      Pattern.compile("d=\"M([0-9.]+) ([0-9.]+)C[0-9.]+ ([0-9.]+) [0-9.]+ [0-9.]+ ([0-9.]+)");

  private static Incident incident() {
    return new Incident(
        "inc",
        1,
        IncidentStatus.OPEN,
        "prod",
        NOON,
        NOON,
        NOON.plusSeconds(30),
        null,
        "shipping fails",
        "major",
        List.of("checkout", "frontend", "shipping"),
        List.of(new Suspect("shipping", "service", null, 1, 1, List.of())),
        NOON,
        null,
        null,
        List.of(),
        List.of("checkout", "frontend"),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  private static EdgeWindow calls(String caller, String callee) {
    Instant end = NOON.plusSeconds(10);
    return new EdgeWindow(
        "prod", caller, callee, false, NOON, end, 100, 80, 100, 20_000, 40_000, 1_000, 2_000);
  }

  @Test
  void callsThatPassAColumnGoBelowTheNodesInIt() {
    List<EdgeWindow> edges =
        List.of(
            calls("frontend", "checkout"),
            calls("checkout", "shipping"),
            calls("frontend", "shipping"));
    String html =
        IncidentReport.render(
            new ReportData(List.of(incident()), List.of(), edges, List.of(), List.of(), List.of()));
    List<Double> bows = new ArrayList<>();
    Matcher curves = CURVE.matcher(html);
    while (curves.find()) {
      bows.add(Double.parseDouble(curves.group(3)) - Double.parseDouble(curves.group(2)));
    }
    assertEquals(3, bows.size(), html);
    assertEquals(2, bows.stream().filter(bow -> bow == 0).count());
    assertTrue(bows.stream().anyMatch(bow -> bow > 36), bows::toString);
  }
}
