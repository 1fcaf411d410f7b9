// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.catalogue.AcceptedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.Test;

class LiveRulesTest {
  static final long T0 = 1_767_268_800_000L; // 2026-01-01T12:00:00Z
  static final long MINUTE = 60_000;

  static AcceptedRule rule(int version, long fromMs, boolean removed, String type) {
    String text =
        """
        apiVersion: signalbox/v1
        kind: FailurePattern
        metadata: {id: twice, version: %d}
        spec:
          key: service
          within: 10m
          sequence:
            - {stage: first, where: e.type == "%s"}
            - {stage: second, where: e.type == "%s"}
          emit: {title: "{service} twice", confidence: 0.5}
        """
            .formatted(version, type, type);
    return new AcceptedRule("twice", version, fromMs, removed, text);
  }

  private static final List<AcceptedRule> SHIPPED =
      List.of(rule(1, Long.MIN_VALUE, false, "symptom.restart"));

  /** Restarts and pendings each minute, by turns. */
  private static List<PatternEvent> events(int minutes) {
    List<PatternEvent> events = new ArrayList<>();
    for (int i = 0; i < minutes; i++) {
      for (String type : List.of("symptom.restart", "symptom.pending")) {
        events.add(
            new PatternEvent(
                "service|prod/pay",
                T0 + i * MINUTE,
                type,
                Map.of(EventField.SERVICE, "pay", EventField.ID, type + i)));
      }
    }
    return events;
  }

  private static List<StateBackend> backends() {
    return List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
  }

  /** Version 1 matches restarts; from minute 5 on version 2 matches pendings, from 9 on none. */
  private static final List<String> EXPECTED = List.of("1@1", "1@3", "2@6", "2@8");

  @Test
  void aRuleTakesEffectAtItsEpochWhereverItArrives() throws Exception {
    for (StateBackend backend : backends()) {
      for (int arrives = 0; arrives < 5; arrives++) {
        LiveRun run = new LiveRun(backend, SHIPPED);
        List<PatternEvent> events = events(12);
        for (int i = 0; i < events.size(); i++) {
          if (i == 2 * arrives) {
            run.rule(rule(2, T0 + 5 * MINUTE, false, "symptom.pending"));
            run.rule(rule(3, T0 + 9 * MINUTE, true, ""));
          }
          run.event(events.get(i));
          run.watermark(events.get(i).timeMs() - 1);
        }
        assertEquals(EXPECTED, run.end(), "arrives at minute " + arrives);
      }
    }
  }

  @Test
  void rulesAndWhatWasMatchedHalfwaySurviveAKill() throws Exception {
    for (StateBackend backend : backends()) {
      for (int killed = 1; killed < 24; killed++) {
        LiveRun run = new LiveRun(backend, SHIPPED);
        run.rule(rule(2, T0 + 5 * MINUTE, false, "symptom.pending"));
        run.rule(rule(3, T0 + 9 * MINUTE, true, ""));
        List<PatternEvent> events = events(12);
        for (int i = 0; i < events.size(); i++) {
          run.event(events.get(i)).watermark(events.get(i).timeMs() - 1);
          if (i == killed) {
            run.killAndRestore();
          }
        }
        assertEquals(EXPECTED, run.end(), "killed after event " + killed);
      }
    }
  }

  @Test
  void halfAMatchOfAReplacedPatternIsDropped() throws Exception {
    LiveRun run = new LiveRun(new HashMapStateBackend(), SHIPPED);
    run.event(events(1).get(0)).watermark(T0 + 10);
    run.rule(rule(2, T0 + 30_000, false, "symptom.restart"));
    run.event(events(2).get(2));

    assertTrue(run.end().isEmpty());
  }

  @Test
  void nothingIsLeftOnceEveryWindowHasClosedWhateverWasChangedAndKilled() throws Exception {
    for (int killed = 1; killed < 24; killed += 5) {
      LiveRun run = new LiveRun(new HashMapStateBackend(), SHIPPED);
      List<PatternEvent> events = events(12);
      for (int i = 0; i < events.size(); i++) {
        if (i == 4) {
          run.rule(rule(2, T0 + 5 * MINUTE, false, "symptom.pending"));
          run.rule(rule(3, T0 + 9 * MINUTE, false, "symptom.restart"));
        }
        run.event(events.get(i)).watermark(events.get(i).timeMs() - 1);
        if (i == killed) {
          run.killAndRestore();
        }
      }
      assertTrue(run.keyedStateEntries() > 0, "killed after event " + killed);
      assertTrue(run.timers() > 0, "killed after event " + killed);

      run.watermark(T0 + 24 * MINUTE);
      assertEquals(0, run.keyedStateEntries(), "killed after event " + killed);
      assertEquals(0, run.timers(), "killed after event " + killed);
      run.killAndRestore();
      assertEquals(0, run.keyedStateEntries() + run.timers());
    }
  }
}
