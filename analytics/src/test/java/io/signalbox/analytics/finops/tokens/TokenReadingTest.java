// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.SpanUsage;
import io.signalbox.analytics.patterns.AgentEvents;
import io.signalbox.analytics.quality.AnswerReading;
import io.signalbox.analytics.quality.impact.DecisionReading;
import io.signalbox.analytics.signals.GenAiEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenReadingTest {
  private static final String OF_CALLS = TokenMetric.OF_CALLS.text();

  /** An event of a metric; a value of nothing takes an attribute away. */
  private static GenAiEvent event(String metric, String... pairs) {
    Map<String, String> said =
        new HashMap<>(
            Map.of(
                "gen_ai.operation.name",
                "chat",
                "gen_ai.system",
                "openai",
                "gen_ai.request.model",
                "m",
                TokenAttribute.TEMPORALITY,
                "cumulative",
                TokenAttribute.KIND,
                metric.equals(OF_CALLS) ? "histogram" : "counter",
                TokenAttribute.END,
                "1760000000000000001",
                TokenAttribute.SERIES,
                "ff00000000000001",
                TokenAttribute.RESOURCE,
                "0a",
                TokenAttribute.SUM,
                "12",
                TokenAttribute.COUNT,
                "3"));
    for (int i = 0; i < pairs.length; i += 2) {
      said.put(pairs[i], pairs[i + 1]);
      said.values().removeIf(String::isEmpty);
    }
    return new GenAiEvent(
        TokenAttribute.EVENT, Instant.EPOCH, "prod", "bot", metric, null, null, 0, false, said);
  }

  private static void refused(String reason, GenAiEvent event) {
    assertEquals(reason, assertThrows(Refusal.class, () -> TokenReading.of(event)).reason());
  }

  private static TokenKind kind(TokenMetric metric, String modality) throws Refusal {
    TokenPoint point =
        TokenReading.of(
            event(metric.text(), TokenMetric.MODALITY, modality, TokenAttribute.COUNT, ""));
    assertNotNull(point);
    return point.kind();
  }

  @Test
  void aHistogramIsReadUnderOlderNamesToo() throws Refusal {
    TokenAccount account =
        new TokenAccount(
            "prod",
            "bot",
            "0a",
            Map.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.provider.name", "openai",
                "gen_ai.request.model", "m",
                "tenant", "t"));
    TokenPoint point =
        new TokenPoint(
            account.text(),
            0xff00000000000001L,
            TokenKind.OUTPUT_OF_CALLS,
            true,
            7,
            1_760_000_000_000_000_001L,
            12,
            3,
            9);
    assertEquals(
        point,
        TokenReading.of(
            event(
                OF_CALLS,
                "gen_ai.token.type",
                "completion",
                "tenant.id",
                "t",
                TokenAttribute.START,
                "7",
                TokenAttribute.MAX,
                "9")));
  }

  @Test
  void countersAreReadByModality() throws Refusal {
    assertEquals(TokenKind.INPUT, kind(TokenMetric.INPUT, "text"));
    assertEquals(TokenKind.INPUT, kind(TokenMetric.INPUT, "unknown"));
    assertEquals(TokenKind.AUDIO_INPUT, kind(TokenMetric.INPUT, "audio"));
    assertEquals(TokenKind.IMAGE_OUTPUT, kind(TokenMetric.OUTPUT, "image"));
    assertEquals(TokenKind.VIDEO_OUTPUT, kind(TokenMetric.OUTPUT, "video"));
    assertEquals(TokenKind.CACHE_READ, kind(TokenMetric.CACHE_READ, ""));
    assertEquals(TokenKind.CACHE_WRITE, kind(TokenMetric.CACHE_WRITE, "text"));
    assertEquals(TokenKind.REASONING, kind(TokenMetric.REASONING, "text"));
  }

  @Test
  void whatCannotBeCountedIsRefusedByName() {
    String input = TokenMetric.INPUT.text();
    refused(
        "gen_ai.token.type of " + OF_CALLS + " is neither input nor output: total",
        event(OF_CALLS, "gen_ai.token.type", "total"));
    refused("gen_ai.token.type of " + OF_CALLS + " is neither input nor output: ", event(OF_CALLS));
    refused(
        "no meter for gen_ai.token.modality of " + input + ": video",
        event(input, TokenMetric.MODALITY, "video"));
    refused(
        "no meter for gen_ai.token.modality of " + TokenMetric.CACHE_READ.text() + ": audio",
        event(TokenMetric.CACHE_READ.text(), TokenMetric.MODALITY, "audio"));
    refused(
        "metric.kind of " + input + " is not counter: gauge",
        event(input, TokenAttribute.KIND, "gauge"));
    refused(
        "metric.temporality of " + input + " is not cumulative: unspecified",
        event(input, TokenAttribute.TEMPORALITY, "unspecified"));
    refused("metric.sum of " + input + " is missing", event(input, TokenAttribute.SUM, ""));
    for (String sum : List.of("1.5", "-1", "Infinity", "9007199254740993")) {
      refused(
          "metric.sum of " + input + " is no count: " + sum, event(input, TokenAttribute.SUM, sum));
    }
  }

  @Test
  void whatIsNoCallOfAModelIsNoUsage() throws Refusal {
    assertNull(TokenReading.of(event(OF_CALLS, "gen_ai.operation.name", "invoke_agent")));
    GenAiEvent span =
        new GenAiEvent("span", Instant.EPOCH, "", "bot", OF_CALLS, null, null, 0, false, Map.of());
    assertNull(TokenReading.of(span));
  }

  @Test
  void thoseWhoReadSpansPassPointsOver() {
    GenAiEvent point =
        event(OF_CALLS, "gen_ai.token.type", "input", "decision.id", "d", "decision.action", "a");
    assertFalse(SpanUsage.is(point));
    assertEquals("", AnswerReading.model(point));
    assertEquals(List.of(), AnswerReading.of(5, point));
    assertEquals(List.of(), DecisionReading.of(5, point, ""));
    assertNull(AgentEvents.of(5, event(OF_CALLS, "gen_ai.operation.name", "invoke_agent")));
    assertNull(AgentEvents.of(5, event(OF_CALLS, "gen_ai.operation.name", "execute_tool")));
  }

  @Test
  void servicesAreNamedOrAll() {
    assertFalse(TokenServices.NONE.has("bot"));
    assertTrue(TokenServices.parse(List.of("bot", "bot")).has("bot"));
    assertFalse(TokenServices.parse(List.of("bot")).has("cart"));
    assertTrue(TokenServices.parse(List.of("*")).has("cart"));
    for (List<String> bad : List.of(List.of("*", "bot"), List.of("bot-*"))) {
      assertThrows(IllegalArgumentException.class, () -> TokenServices.parse(bad));
    }
  }
}
