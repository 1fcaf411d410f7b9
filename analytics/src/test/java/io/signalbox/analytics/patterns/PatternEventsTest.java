// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatternEventsTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final Instant AT = Instant.ofEpochMilli(T0);

  private static Episode episode(EpisodeKind kind, String subject, @Nullable String peer) {
    return new Episode(
        "ep-1",
        1,
        EpisodeStatus.OPEN,
        "prod",
        "pay",
        kind,
        subject,
        peer,
        AT,
        AT,
        null,
        0.9,
        1e-6,
        0.5,
        0.1,
        0,
        0.2,
        10,
        "half of them fail");
  }

  @Test
  void answersThatGotWorseAreDriftOfQualityOfTheirModel() {
    PatternEvent event =
        PatternEvents.of(
            T0, episode(EpisodeKind.QUALITY, "relevance of gpt-4o-mini for tenant=acme", null));
    assertEquals("quality.opened", event.type());
    assertEquals("relevance", event.text(EventField.SIGNAL));
    assertEquals("gpt-4o-mini", event.text(EventField.MODEL));
    assertEquals("acme", event.text(EventField.TENANT));
    assertEquals("down", event.text(EventField.DIRECTION));
    PatternEvent shorter =
        PatternEvents.of(T0, episode(EpisodeKind.QUALITY, "output_tokens of gpt-4o", null));
    assertEquals("anomaly.opened", shorter.type());
  }

  @Test
  void unusualCostsNameWhatTheyAreOf() {
    String series = "cost per request of model=gpt-4o";
    PatternEvent event = PatternEvents.of(T0, episode(EpisodeKind.COST, series, null));
    assertEquals("cost.opened", event.type());
    assertEquals("cost_per_request", event.text(EventField.SIGNAL));
    assertEquals("gpt-4o", event.text(EventField.MODEL));
    assertEquals("up", event.text(EventField.DIRECTION));
    assertEquals(5.0, event.number(EventField.RATIO));
    PatternEvent tenant =
        PatternEvents.of(T0, episode(EpisodeKind.COST, "cost of tenant=acme", null));
    assertEquals("acme", tenant.text(EventField.TENANT));
    assertEquals("cost", tenant.text(EventField.SIGNAL));
  }

  private static GenAiEvent span(String operation, boolean error, Map<String, String> more) {
    Map<String, String> said = new java.util.TreeMap<>(more);
    said.put("gen_ai.operation.name", operation);
    return new GenAiEvent("span", AT, "prod", "bot", "s", "trace", "span", 5, error, said);
  }

  @Test
  void anEpisodeOfAVersionNamesItAndSaysHowLongItHasLasted() {
    PatternEvent event =
        PatternEvents.of(T0 + 5000, episode(EpisodeKind.COHORT, "version=v350.10", null));
    assertEquals("anomaly.opened", event.type());
    assertEquals("v350.10", event.text(EventField.VERSION));
    assertEquals(5.0, event.number(EventField.RATIO));
    assertEquals(5000, event.count(EventField.AGE_MS));
    assertEquals("SELF", event.text(EventField.ROLE));
    assertEquals("up", event.text(EventField.DIRECTION));
  }

  @Test
  void anEpisodeOfAnEdgeHasTheKeyOfTheEdgeToo() {
    PatternEvent event = PatternEvents.of(T0, episode(EpisodeKind.EDGE_ERRORS, "failed", "bank"));
    assertEquals("edge.opened", event.type());
    assertEquals(
        List.of(
            "service|prod/pay", "neighbourhood|prod/pay", "environment|prod", "edge|prod/pay/bank"),
        EventKeys.of(event));
  }

  @Test
  void aChangeHasTheTypeThatPatternsKnow() {
    Change change = new Change("c", AT, "prod", "pay", "upgraded", "v2", "v1", "ci", false);
    PatternEvent event = PatternEvents.of(T0, change);
    assertEquals("change.deployed", event.type());
    assertEquals("v1", event.text(EventField.PREVIOUS));
  }

  @Test
  void theFieldsOfASymptomHaveTheTypesThatConditionsSee() {
    Map<String, String> fields =
        Map.of(
            "name",
            "db",
            "value",
            "0.95",
            "expected",
            "0.5",
            "count",
            "3",
            "node",
            "n1",
            "zone",
            "z1",
            "instance",
            "i",
            "unknown",
            "x");
    PatternEvent event =
        PatternEvents.of(T0, new Symptom("sy", "pool_share", AT, "prod", "pay", fields));
    assertEquals("symptom.pool_share", event.type());
    assertEquals(0.95, event.number(EventField.VALUE));
    assertEquals(1.9, event.number(EventField.RATIO));
    assertEquals(3, event.count(EventField.COUNT));
    assertEquals(List.of("node|prod/n1", "zone|prod/z1"), EventKeys.places(event));
    assertTrue(EventKeys.of(event).contains("name|prod/db"));
    assertTrue(EventKeys.of(event).contains("instance|prod/pay/i"));
  }

  @Test
  void anAgentCallsIsDeniedAndCompletes() {
    Map<String, String> tool =
        Map.of(
            "gen_ai.tool.name",
            "rm",
            "gen_ai.conversation.id",
            "run-7",
            "error.type",
            "permission_denied",
            "gen_ai.tool.call.arguments.hash",
            "ff",
            "gen_ai.usage.input_tokens",
            "10",
            "gen_ai.usage.output_tokens",
            "5");
    PatternEvent denied = AgentEvents.of(T0, span("execute_tool", true, tool));
    assertNotNull(denied);
    assertEquals("agent.denied", denied.type());
    assertEquals(15, denied.count(EventField.COUNT));
    assertTrue(EventKeys.of(denied).contains("agent|prod/run-7"));
    PatternEvent called = AgentEvents.of(T0, span("execute_tool", false, Map.of()));
    assertNotNull(called);
    assertEquals("agent.called", called.type());
    assertEquals("trace", called.text(EventField.RUN));
    PatternEvent completed = AgentEvents.of(T0, span("invoke_agent", false, Map.of()));
    assertNotNull(completed);
    assertEquals("agent.completed", completed.type());
    assertNull(AgentEvents.of(T0, span("chat", false, Map.of())));
  }
}
