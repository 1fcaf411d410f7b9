// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static io.signalbox.simulator.Gauged.reason;
import static io.signalbox.simulator.Gauged.records;
import static io.signalbox.simulator.Gauged.rise;
import static io.signalbox.simulator.Gauged.says;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.simulator.Recording.From;
import io.signalbox.simulator.Recording.Sent;
import io.signalbox.simulator.faults.FaultKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be seen of failures of what many services share, and what holds for all stories. */
class SharedStoriesTest {
  @Test
  void aChangeOfConfigurationBreaksAllWhoReadIt() {
    Recording world = Recording.of("12m", 1, "config-push@4m+6m");
    assertEquals(10, world.changes.size());
    assertTrue(world.changes.get(0).contains("signalbox-config.modified"));
    assertTrue(world.changes.get(0).contains("config/traffic-limits@r42"));
    for (String reader : List.of("ad", "cart", "currency", "recommendation", "shipping")) {
      List<Span> before = world.spans(reader, SPAN_KIND_SERVER, 0, 4.3);
      List<Span> after = world.spans(reader, SPAN_KIND_SERVER, 6.8, 10);
      assertTrue(Recording.share(before, Recording::failed) < 0.02, reader);
      assertEquals(0.4, Recording.share(after, Recording::failed), 0.15, reader);
    }
  }

  @Test
  void aNoisyNeighbourSlowsOneMachineOnly() {
    Recording world = Recording.of("10m", 1, "noisy-neighbour:node-b1@4m+5m");
    assertTrue(Gauged.of(world, "node-b1", "system.cpu.utilization", 4, 9).getMin() > 0.3);
    assertTrue(Gauged.of(world, "node-b2", "system.cpu.utilization", 0, 10).getMax() < 0.02);
    String throttled = "container.cpu.throttling_data.throttled_periods";
    assertTrue(rise(world, "currency", throttled, 4, 9) > 1_500);
    assertTrue(rise(world, "currency", throttled, 0, 4) < 20);
    Predicate<From<Span>> there =
        s -> Objects.requireNonNull(world.places.get(s.instance())).host().equals("node-b1");
    Predicate<From<Span>> leaf = s -> leaf(s.service());
    double slow = Recording.medianMs(served(world, 5, 9, leaf.and(there)));
    double elsewhere = Recording.medianMs(served(world, 5, 9, leaf.and(there.negate())));
    assertTrue(slow > 120 && elsewhere < 30, slow + " and " + elsewhere);
  }

  @Test
  void aFullDiskFailsWritesThenTurnsReadOnlyThenLosesItsPods() {
    Recording world = Recording.of("20m", 1, "disk-full:node-c1@4m+16m");
    String use = "system.filesystem.utilization";
    assertTrue(Gauged.of(world, "node-c1", use, 0, 4).getMax() < 0.6);
    assertTrue(Gauged.of(world, "node-c1", use, 11, 12).getMin() > 0.9);
    assertEquals(0, records(world, 0, 12, says("no space left on device")).size());
    assertTrue(records(world, 12, 20, says("no space left on device")).size() > 50);
    assertEquals(1, records(world, 13.9, 14.2, says("remounting filesystem read-only")).size());
    assertTrue(records(world, 14, 20, reason("Evicted")).size() >= 2);
  }

  @Test
  void theClockOfAMachineIsSetBack() {
    Recording world = Recording.of("10m", 1, "clock-skew:node-a1@4m+5m");
    assertEquals(45, Gauged.of(world, "node-a1", "ntp.time.correction", 4, 9).getMin(), 0.1);
    assertTrue(records(world, 4, 9, says("clock skew")).size() >= 38);
    Map<ByteString, From<Span>> byId = world.spansById();
    long inverted =
        world.spans.stream()
            .filter(s -> !s.item().getParentSpanId().isEmpty())
            .filter(s -> before(s.item(), Recording.parent(byId, s.item()).item()))
            .limit(20)
            .count();
    assertEquals(20, inverted);
  }

  @Test
  void aZoneIsWorseThanTheOthers() {
    Recording world = Recording.of("10m", 1, "zone-degraded@4m+5m");
    Predicate<From<Span>> there =
        s -> Objects.requireNonNull(world.places.get(s.instance())).zone().equals("eu-central-1b");
    List<Span> inside = served(world, 4.2, 9, there);
    List<Span> outside = served(world, 4.2, 9, there.negate().and(s -> leaf(s.service())));
    assertTrue(Recording.share(inside, Recording::failed) > 0.25);
    assertTrue(Recording.share(outside, Recording::failed) < 0.02);
  }

  @Test
  void aDatabaseClusterChangesItsLeaderAgainAndAgain() {
    Recording world = Recording.of("16m", 1, "failover-flapping@4m+10m");
    String changes = "etcd_server_leader_changes_seen_total";
    assertEquals(0, rise(world, "payment-db", changes, 0, 4));
    assertEquals(7, rise(world, "payment-db", changes, 0, 16));
    assertEquals(7, records(world, 4, 14, says("promoted self to leader")).size());
    assertEquals(21, records(world, 4, 15, says("could not write")).size());
    List<Span> queries = world.spans("payment", SPAN_KIND_CLIENT, 4, 14);
    assertEquals(0.13, Recording.share(queries, Recording::failed), 0.06);
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void theSameSeedTellsTheSameStory(FaultKind kind) {
    List<Sent> once = Recording.of("4m", 5, kind.label() + "@1m+2m").sent;
    List<Sent> again = Recording.of("4m", 5, kind.label() + "@1m+2m").sent;
    assertEquals(once.size(), again.size());
    for (int i = 0; i < once.size(); i++) {
      assertArrayEquals(once.get(i).record(), again.get(i).record());
    }
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void theTruthNamesCulpritWindowAndPattern(FaultKind kind) {
    Truth truth = Simulation.foretell(Recording.options(12, "30m", 1, kind.label() + "@10m+10m"));
    Truth.Entry entry = truth.faults().get(0);
    assertEquals(kind.label(), entry.kind());
    assertEquals(kind.pattern(), entry.pattern());
    assertEquals(SimulationOptions.START.plusSeconds(600), entry.startedAt());
    assertEquals(SimulationOptions.START.plusSeconds(1_200), entry.endedAt());
    assertTrue(kind.usualTarget().endsWith(entry.node()));
    assertFalse(truth.toJson().contains("\"node\" : null"));
  }

  @Test
  void aWorldWithoutVitalsSaysWhatItAlwaysSaid() {
    Recording plain = Recording.of("2m", 1);
    Recording faulty = Recording.of("2m", 1, "bad-deploy@1m+30s");
    assertTrue(
        Stream.of(plain, faulty)
            .flatMap(world -> world.metrics.stream())
            .noneMatch(m -> m.item().getName().startsWith("redis.")));
  }

  private static boolean before(Span child, Span parent) {
    return child.getEndTimeUnixNano() < parent.getStartTimeUnixNano();
  }

  private static boolean leaf(String service) {
    return List.of("ad", "currency", "email", "cart").contains(service);
  }

  private static List<Span> served(
      Recording world, double from, double to, Predicate<From<Span>> whose) {
    return world.spans.stream()
        .filter(s -> s.item().getKind() == SPAN_KIND_SERVER)
        .filter(s -> Recording.within(s.item().getEndTimeUnixNano(), from, to))
        .filter(whose)
        .map(From::item)
        .toList();
  }
}
