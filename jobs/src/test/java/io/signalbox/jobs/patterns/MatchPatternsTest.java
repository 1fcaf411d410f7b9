// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class MatchPatternsTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final long SECOND = 1000;
  private static final int DISORDER_S = 8;

  private static AcceptedRule rule(String id, String second) {
    String text =
        """
        apiVersion: signalbox/v1
        kind: FailurePattern
        metadata: {id: %s, version: 1}
        spec:
          key: service
          within: 30s
          bound: 100
          sequence:
            - {stage: deploy, where: e.type == "change.deployed"}
            - {%s}
          emit: {title: "{key}", severity: high, confidence: 1}
        """
            .formatted(id, second);
    return new AcceptedRule(id, 1, Long.MIN_VALUE, false, text);
  }

  private static final List<AcceptedRule> RULES =
      List.of(
          rule(
              "regression",
              "stage: errors, where: e.type == 'errors' && e.version == deploy.version"),
          rule("stuck", "stage: ready, not: true, where: e.type == 'ready'"));

  private static KeyedOneInputStreamOperatorTestHarness<String, EventBatch, PatternMatch> harness(
      StateBackend backend) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new MatchPatterns(RULES), new KeyShard(), Types.STRING);
    harness.setStateBackend(backend);
    return harness;
  }

  private static List<PatternEvent> events() {
    Random random = new Random(7);
    List<String> types = List.of("change.deployed", "errors", "ready", "updated");
    List<PatternEvent> events = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Map<EventField, Object> fields =
          Map.of(EventField.VERSION, "v" + random.nextInt(2), EventField.ID, "e" + i);
      String key = "prod/service-" + random.nextInt(5);
      long atMs = T0 + random.nextInt(300) * SECOND + random.nextInt(3);
      events.add(new PatternEvent(key, atMs, types.get(random.nextInt(4)), fields));
    }
    events.sort((left, right) -> Long.compare(left.timeMs(), right.timeMs()));
    return events;
  }

  private static List<PatternEvent> shuffled(long seed) {
    Random random = new Random(seed);
    List<PatternEvent> events = events();
    List<long[]> order = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      order.add(new long[] {events.get(i).timeMs() + random.nextInt(DISORDER_S * 1000), i});
    }
    order.sort((left, right) -> Long.compare(left[0], right[0]));
    return order.stream().map(at -> events.get((int) at[1])).toList();
  }

  /** Runs to the end, stopped and restored so often; sorted matches. */
  private static List<String> run(List<PatternEvent> events, StateBackend backend, int restores)
      throws Exception {
    List<String> found = new ArrayList<>();
    OperatorSubtaskState state = null;
    int size = events.size() / (restores + 1) + 1;
    for (int from = 0; from < events.size(); from += size) {
      try (var harness = harness(backend)) {
        harness.setup();
        if (state != null) {
          harness.initializeState(state);
        }
        harness.open();
        for (PatternEvent event : events.subList(from, Math.min(events.size(), from + size))) {
          harness.processElement(EventBatches.of(event), event.timeMs());
          harness.processWatermark(event.timeMs() - DISORDER_S * 2 * SECOND);
        }
        if (from + size >= events.size()) {
          harness.processWatermark(T0 + 1000 * SECOND);
          if (backend instanceof HashMapStateBackend) {
            assertEquals(0, harness.numKeyedStateEntries());
          }
          assertEquals(0, harness.numEventTimeTimers());
        }
        harness.prepareSnapshotPreBarrier(from);
        state = harness.snapshot(from, from);
        harness
            .extractOutputStreamRecords()
            .forEach(record -> found.add(record.getValue().toString()));
      }
    }
    Collections.sort(found);
    return found;
  }

  @Test
  void anyOrderOfArrivalGivesTheSameMatchesAndNothingIsLeft() throws Exception {
    List<String> straight = run(events(), new HashMapStateBackend(), 0);
    assertFalse(straight.isEmpty());
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(straight, run(shuffled(seed), new HashMapStateBackend(), 0));
    }
  }

  @Test
  void restartsAndTheBackendMakeNoDifference() throws Exception {
    List<String> straight = run(events(), new HashMapStateBackend(), 0);
    assertEquals(straight, run(shuffled(4), new HashMapStateBackend(), 3));
    assertEquals(straight, run(shuffled(5), new EmbeddedRocksDBStateBackend(), 3));
  }
}
