// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.unseen;

import static io.signalbox.analytics.incidents.IncidentStatus.OPEN;
import static io.signalbox.analytics.incidents.IncidentStatus.RESOLVED;
import static io.signalbox.analytics.incidents.IncidentStatus.UPDATED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.Truth;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultFigureTest {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final Truth.Entry FIRST = fault("bad-deploy", "cart", 600, 900);
  private static final Truth.Entry SECOND = fault("slow-node", "ship", 1_500, 1_800);

  @Test
  void whatIsRightFromTheFirstRevisionOnIsRightAsSoonAsItOpens() {
    FaultFigure figure =
        FaultFigure.of(
            FIRST,
            of(
                said("a", 1, OPEN, 612, "cart", "web"),
                said("a", 2, UPDATED, 700, "cart", "web"),
                said("a", 3, RESOLVED, 1_020, "cart", "web")));
    assertEquals(1, figure.rank());
    assertEquals(12.0, figure.toIncident());
    assertEquals(12.0, figure.toRight());
    assertEquals(120.0, figure.toResolved());
    assertTrue(figure.covered());
    assertFalse(figure.merged());
  }

  @Test
  void whoIsRightAtFirstAndWrongInTheEndIsNotRight() {
    FaultFigure figure =
        FaultFigure.of(
            FIRST,
            of(said("a", 1, OPEN, 612, "cart", "web"), said("a", 2, UPDATED, 700, "web", "cart")));
    assertEquals(2, figure.rank());
    assertEquals("web", figure.named());
    assertNull(figure.toRight());
    assertNull(figure.toResolved());
  }

  @Test
  void aFaultThatAnEarlierIncidentSwallowsIsMerged() {
    List<IncidentHistory> found =
        of(said("a", 1, OPEN, 612, "cart", "web"), said("a", 2, UPDATED, 1_520, "cart", "ship"));
    FaultFigure figure = FaultFigure.of(SECOND, found);
    assertTrue(figure.merged() && figure.covered());
    assertEquals(0, figure.rank());
    assertFalse(FaultFigure.of(FIRST, found).merged());
  }

  @Test
  void whatConcernsNobodyWhoDependsOnTheCulpritIsSpurious() {
    Truth truth =
        new Truth(
            SimulationOptions.shop(1),
            List.of(FIRST, fault("harmless-deploy", "ads", 600, 700), SECOND));
    SystemFigure figure =
        SystemFigure.of(
            truth,
            of(
                said("a", 1, OPEN, 612, "cart", "web"),
                said("b", 1, OPEN, 650, "ads", "mail"),
                said("c", 1, OPEN, 1_925, "ship", "web")));
    assertEquals(2, figure.faults().size());
    assertEquals(2, figure.spurious().size());
    assertFalse(figure.faults().get(1).covered());
  }

  private static List<IncidentHistory> of(Incident... all) {
    return IncidentHistory.of(Stream.of(all).collect(Collectors.groupingBy(Incident::id)).values());
  }

  private static Truth.Entry fault(String kind, String node, int from, int to) {
    return new Truth.Entry(kind, "", node, null, null, at(from), at(to), List.of("web"));
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static Incident said(
      String id, int revision, IncidentStatus status, int second, String... suspects) {
    return new Incident(
        id,
        revision,
        status,
        "production",
        at(600),
        at(revision == 1 ? second : 612),
        at(second),
        status == RESOLVED ? at(second) : null,
        "title",
        "major",
        List.of(suspects),
        Stream.of(suspects)
            .map(node -> new Suspect(node, "service", null, 1, 1, List.of()))
            .toList(),
        at(600),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }
}
