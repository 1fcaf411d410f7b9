// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleToPublishTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BLOCK =
      """
      apiVersion: signalbox/v1
      kind: FailurePattern
      metadata:
        id: flap
        version: 2
      spec:
        key: service
        within: 10m
        sequence:
          - {stage: first, where: e.type == "symptom.restart"}
        emit: {title: "{service}", confidence: 0.5}
      """;
  private static final String TABLE =
      "version: 2\nsymptoms:\n- {symptom: high, metric: m, when: value >= 0.9}\n";

  private static RuleToPublish read(String text) {
    RuleToPublish.Result read = RuleToPublish.read("f.yaml", text, NOW);
    assertEquals(List.of(), read.problems());
    assertNotNull(read.rule());
    return read.rule();
  }

  private static String problem(String text) {
    RuleToPublish.Result read = RuleToPublish.read("f.yaml", text, NOW);
    assertNull(read.rule());
    return read.problems().get(0);
  }

  @Test
  void whatDoesNotSayFromWhenItHoldsDoesFromNowOn() {
    assertTrue(read(BLOCK).text().contains("metadata:\n  effectiveAt: " + NOW + "\n  id: flap"));
    String flow = BLOCK.replace(":\n  id: flap\n  version: 2\n", ": {id: flap, version: 2}\n");
    assertTrue(read(flow).text().contains("metadata: {effectiveAt: " + NOW + ", id: flap"));
    assertTrue(read(TABLE).text().endsWith("0.9}\neffectiveAt: " + NOW + "\n"));
    String json = "{\"version\": 2, \"symptoms\": [{\"symptom\": \"s\", \"log\": \"x\"}]}";
    assertTrue(read(json).text().startsWith("{\"effectiveAt\": \"" + NOW + "\", \"version\""));
  }

  @Test
  void eachKindGoesToItsTopicAndIsAnsweredOnAnother() {
    assertEquals("pattern-rules", read(BLOCK).topic());
    assertEquals("pattern-verdicts", read(BLOCK).verdicts().name());
    assertEquals("flap", read(BLOCK).id());
    assertEquals("symptom-rules", read(TABLE).topic());
    assertEquals("symptom-verdicts", read(TABLE).verdicts().name());
    assertEquals(2, read(TABLE).version());
  }

  @Test
  void problemsBearTheLinesOfTheFileAsItWasWritten() {
    assertTrue(problem(BLOCK.replace("e.type", "e.typ")).startsWith("f.yaml:10:"));
    assertTrue(problem(BLOCK.replace("id: flap", "id: FLAP")).startsWith("f.yaml:4:7:"));
    assertTrue(problem(TABLE.replace(">= 0.9", "often")).startsWith("f.yaml:3:"));
  }

  @Test
  void whatTheLinterCallsAnErrorIsNotSent() {
    String never = BLOCK.replace("\"symptom.restart\"", "\"a\" && e.type == \"b\"");
    assertTrue(problem(never).startsWith("f.yaml:10:"), problem(never));
    assertTrue(problem(never).contains("no event can fit"), problem(never));
  }
}
