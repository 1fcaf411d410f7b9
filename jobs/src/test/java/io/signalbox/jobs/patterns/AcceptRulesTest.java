// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.patterns.catalogue.PatternForm;
import io.signalbox.schemas.patterns.EventBatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class AcceptRulesTest {
  private static final List<AcceptedRule> SHIPPED =
      List.of(new AcceptedRule("ships", 4, Long.MIN_VALUE, false, ""));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static StreamRecord<RuleText> removal(int version, Instant at) {
    String text =
        """
        apiVersion: signalbox/v1
        kind: FailurePatternRemoval
        metadata: {id: flap, version: %d, effectiveAt: %s}
        """
            .formatted(version, at);
    return new StreamRecord<>(new RuleText("here", text));
  }

  private static TwoInputStreamOperatorTestHarness<RuleText, EventBatch, AcceptedRule> harness()
      throws Exception {
    return new TwoInputStreamOperatorTestHarness<>(new AcceptRules<>(new PatternForm(), SHIPPED));
  }

  private static List<RuleVerdict> verdicts(
      TwoInputStreamOperatorTestHarness<RuleText, EventBatch, AcceptedRule> harness) {
    return harness.getSideOutput(AcceptRules.VERDICTS).stream()
        .map(StreamRecord::getValue)
        .toList();
  }

  @Test
  void theTimesOfEventsDecideAndNotThoseOfAnIdleTopicOfRules() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processWatermarkStatus1(WatermarkStatus.IDLE);
      harness.processWatermark2(new Watermark(NOON.toEpochMilli()));
      harness.processElement1(removal(1, NOON));
      harness.processElement1(removal(1, NOON.plusMillis(1)));

      assertFalse(verdicts(harness).get(0).accepted());
      assertEquals(NOON, verdicts(harness).get(0).at());
      assertTrue(verdicts(harness).get(1).accepted());
      assertEquals(1, harness.extractOutputValues().size());
    }
  }

  @Test
  void aRuleThatWasAcceptedIsKnownAfterARestart() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.open();
      harness.processElement1(removal(4, NOON));
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness()) {
      harness.initializeState(state);
      harness.open();
      harness.processElement1(removal(3, NOON.plusSeconds(1)));

      assertFalse(verdicts(harness).get(0).accepted());
      assertEquals(List.of(), harness.extractOutputValues());
    }
  }

  /** Each bad in its own way, with what is said of it. */
  private static Map<String, String> badRules() {
    String good =
        """
        apiVersion: signalbox/v1
        kind: FailurePattern
        metadata: {id: flap, version: 1, effectiveAt: 2026-03-01T13:00:00Z}
        spec:
          key: service
          within: 10m
          sequence:
            - {stage: first, where: e.type == "symptom.restart"}
          emit: {title: "{service}", confidence: 0.5}
        """;
    return Map.of(
        "kind: [",
        "pattern-rules, offset 3:1:",
        good.replace("e.type ==", "e.typ =="),
        "pattern-rules, offset 3:8:30: there is no field 'typ'",
        good.replace("e.type == \"symptom.restart\"", "e.type =="),
        "pattern-rules, offset 3:8:",
        good.replace("  within: 10m\n", "").replace("where:", "times: 2, where:"),
        "pattern-rules, offset 3:5:3: a pattern without bound",
        good + "# " + "x".repeat(1 << 20),
        "pattern-rules, offset 3:1:1: a pattern has at most 65536 bytes, this has");
  }

  @Test
  void aBadRuleIsRefusedWithPlaceAndReasonAndStopsNothing() throws Exception {
    for (Map.Entry<String, String> bad : badRules().entrySet()) {
      try (var harness = harness()) {
        harness.open();
        harness.processElement1(
            new StreamRecord<>(new RuleText("pattern-rules, offset 3", bad.getKey())));
        harness.processElement1(removal(1, NOON));

        RuleVerdict verdict = verdicts(harness).get(0);
        assertFalse(verdict.accepted());
        assertTrue(verdict.reason().startsWith(bad.getValue()), verdict.reason());
        assertEquals(1, harness.extractOutputValues().size());
      }
    }
  }
}
