// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveRulesTest {
  private static final long T0 = 1_767_268_800_000L; // 2026-01-01T12:00:00Z
  private static final long MINUTE = 60_000;

  private static AcceptedRule rule(int version, long fromMs, boolean removed, String type) {
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

  /** A run over two inputs that can be stopped and taken up again. */
  private static final class Run {
    private final StateBackend backend;
    final List<PatternMatch> found = new ArrayList<>();
    private KeyedTwoInputStreamOperatorTestHarness<String, EventBatch, AcceptedRule, PatternMatch>
        harness;

    Run(StateBackend backend) throws Exception {
      this.backend = backend;
      open(null);
    }

    private void open(@Nullable OperatorSubtaskState state) throws Exception {
      harness =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              new MatchPatterns(SHIPPED), new KeyShard(), null, Types.STRING);
      harness.setStateBackend(backend);
      harness.setup();
      if (state != null) {
        harness.initializeState(state);
      }
      harness.open();
    }

    Run event(PatternEvent event) throws Exception {
      harness.processElement1(new StreamRecord<>(EventBatches.of(event), event.timeMs()));
      return this;
    }

    Run rule(AcceptedRule rule) throws Exception {
      harness.processElement2(new StreamRecord<>(rule));
      return this;
    }

    Run watermark(long ms) throws Exception {
      harness.processWatermark1(new Watermark(ms));
      harness.processWatermark2(new Watermark(ms));
      return this;
    }

    Run killAndRestore() throws Exception {
      harness.prepareSnapshotPreBarrier(1);
      OperatorSubtaskState state = harness.snapshot(1, 1);
      take();
      harness.close();
      open(state);
      return this;
    }

    private void take() {
      harness.extractOutputValues().forEach(found::add);
    }

    List<String> end() throws Exception {
      watermark(T0 + 600 * MINUTE);
      take();
      harness.close();
      return found.stream()
          .sorted(Comparator.comparing(PatternMatch::matchedAt))
          .map(match -> match.version() + "@" + (match.matchedAt().toEpochMilli() - T0) / MINUTE)
          .toList();
    }
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
        Run run = new Run(backend);
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
        Run run = new Run(backend);
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
    Run run = new Run(new HashMapStateBackend());
    run.event(events(1).get(0)).watermark(T0 + 10);
    run.rule(rule(2, T0 + 30_000, false, "symptom.restart"));
    run.event(events(2).get(2));

    assertTrue(run.end().isEmpty());
  }
}
