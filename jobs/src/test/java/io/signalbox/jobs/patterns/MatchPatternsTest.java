// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.language.Emit;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.time.Duration;
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

  private static Stage stage(String name, boolean never, String where) {
    return new Stage(name, Follow.RELAXED, never, Quantifier.ONE, where, null, null);
  }

  private static FailurePattern pattern(String id, List<Stage> stages) {
    return new FailurePattern(
        id,
        1,
        PatternKey.SERVICE,
        stages,
        Duration.ofSeconds(30),
        Skip.PAST_LAST_EVENT,
        Duration.ZERO,
        100,
        new Emit("{key}", "", "high", 1, ""));
  }

  private static List<CompiledPattern> load() {
    Stage deploy = stage("deploy", false, "e.type == 'deploy'");
    return List.of(
        Conditions.compile(
            pattern(
                "regression",
                List.of(
                    deploy,
                    stage("errors", false, "e.type == 'errors' && e.version == deploy.version")))),
        Conditions.compile(
            pattern("stuck", List.of(deploy, stage("ready", true, "e.type == 'ready'")))));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, PatternEvent, PatternMatch> harness(
      StateBackend backend) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new MatchPatterns(MatchPatternsTest::load), new KeyShard(), Types.STRING);
    harness.setStateBackend(backend);
    return harness;
  }

  private static List<PatternEvent> events() {
    Random random = new Random(7);
    List<String> types = List.of("deploy", "errors", "ready", "updated");
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
          harness.processElement(event, event.timeMs());
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
