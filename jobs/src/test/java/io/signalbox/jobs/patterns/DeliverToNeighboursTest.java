// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliverToNeighboursTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final List<String> SERVICES = List.of("a", "b", "c", "d");
  private static final FoldRuns<HubItem, PatternEvent> RUNS =
      new FoldRuns<>(
          () -> new DeliverToNeighbours(3), HubItem::hub, HubItem::foundMs, PatternEvent::toString);

  /** Four minutes in which services call each other, are placed and restart. */
  private static List<HubItem> items() {
    Random random = new Random(5);
    List<HubItem> items = new ArrayList<>();
    for (int second = 0; second < 240; second++) {
      long atMs = T0 + second * 1000L + 999;
      String one = SERVICES.get(random.nextInt(4));
      String other = SERVICES.get(random.nextInt(4));
      if (second % 3 == 0 && !one.equals(other)) {
        Tellings.edge(atMs, window(one, other, atMs, 10 + random.nextInt(60)), items::add);
      } else if (second % 3 == 1) {
        Tellings.symptom(atMs, symptom("placed", one, atMs, random.nextInt(3)), items::add);
      } else {
        Tellings.symptom(atMs, symptom("restart", one, atMs, random.nextInt(3)), items::add);
        Tellings.symptom(atMs, symptom("dns_error", other, atMs, 9), items::add);
      }
    }
    return items;
  }

  private static EdgeWindow window(String caller, String callee, long atMs, long calls) {
    Instant end = Instant.ofEpochMilli(atMs);
    return new EdgeWindow(
        "prod", caller, callee, false, end.minusSeconds(10), end, calls, 0, calls, 1, 1, 1, 1);
  }

  private static Symptom symptom(String type, String service, long atMs, int node) {
    Map<String, String> fields =
        node == 9 ? Map.of() : Map.of("node", "n" + node, "zone", "z", "value", "1");
    return new Symptom("id", type, Instant.ofEpochMilli(atMs), "prod", service, fields);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyAdmissibleOrderAndAnyWatermarkStepTellTheSame(long seed) throws Exception {
    List<String> straight = RUNS.run(items(), 1);
    for (String role : List.of("SELF", "CALLEE", "CALLER")) {
      assertTrue(straight.stream().anyMatch(line -> line.contains("ROLE=" + role)), role);
    }
    assertEquals(straight, RUNS.run(RUNS.shuffled(items(), seed), seed * 1700));
  }

  @Test
  void restartsAtOtherParallelismsOnTheOtherBackendChangeNothing() throws Exception {
    assertEquals(RUNS.run(items(), 1), RUNS.rescaled(items()));
  }

  @Test
  void neighboursBeyondTheFanOutAreCountedInAMetric() throws Exception {
    DeliverToNeighbours operator = new DeliverToNeighbours(3);
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(operator, HubItem::hub, Types.STRING)) {
      harness.open();
      for (int i = 0; i < 10; i++) {
        long atMs = T0 + i;
        Tellings.edge(
            atMs,
            window("caller" + i, "a", atMs, 5),
            item -> {
              if (item.hub().equals("service|prod/a")) {
                process(harness, item);
              }
            });
      }
      Tellings.symptom(T0, symptom("restart", "a", T0, 9), item -> process(harness, item));
      harness.processWatermark(T0 + 1000);
      long told =
          harness.extractOutputValues().stream()
              .filter(event -> event.key().startsWith("neighbourhood|prod/caller"))
              .count();
      assertEquals(3, told);
      assertEquals(7, operator.notTold());
    }
  }

  private static void process(
      KeyedOneInputStreamOperatorTestHarness<String, HubItem, PatternEvent> harness, HubItem item) {
    try {
      harness.processElement(item, item.foundMs());
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }
}
