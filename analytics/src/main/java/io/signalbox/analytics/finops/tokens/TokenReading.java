// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.SpanUsage;
import io.signalbox.analytics.signals.GenAiEvent;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads data points of metrics of tokens. */
public final class TokenReading {
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53); // of whole doubles

  private static final Set<String> TEXTS =
      Set.of(
          "gen_ai.operation.name",
          "gen_ai.provider.name",
          "gen_ai.request.model",
          "gen_ai.response.model",
          "service_tier",
          "tenant",
          "team",
          "feature",
          "agent",
          "data_class");

  private TokenReading() {}

  /**
   * The point of an event; null where it is none, or of no call of a model.
   *
   * @throws Refusal if it cannot be understood
   */
  public static @Nullable TokenPoint of(GenAiEvent event) throws Refusal {
    if (!event.kind().equals(TokenAttribute.EVENT) || !SpanUsage.isCall(event)) {
      return null;
    }
    TokenMetric metric = TokenMetric.named(event.name());
    if (metric == null) {
      throw new Refusal("unknown metric " + event.name());
    }
    TokenKind kind = metric.kind(event.first(TokenMetric.TYPE), event.first(TokenMetric.MODALITY));
    require(event, TokenAttribute.KIND, metric.ofCalls() ? "histogram" : "counter");
    boolean delta = event.first(TokenAttribute.TEMPORALITY).equals("delta");
    if (!delta) {
      require(event, TokenAttribute.TEMPORALITY, "cumulative");
    }
    return new TokenPoint(
        account(event).text(),
        Long.parseUnsignedLong(event.first(TokenAttribute.SERIES), 16),
        kind,
        !delta,
        nanos(event.first(TokenAttribute.START)),
        nanos(event.first(TokenAttribute.END)),
        told(event, TokenAttribute.SUM),
        metric.ofCalls() ? told(event, TokenAttribute.COUNT) : TokenPoint.UNKNOWN,
        number(event, TokenAttribute.MAX));
  }

  private static void require(GenAiEvent event, String attribute, String value) throws Refusal {
    String said = event.first(attribute);
    if (!said.equals(value)) {
      throw new Refusal(attribute + " of " + event.name() + " is not " + value + ": " + said);
    }
  }

  private static long nanos(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static long told(GenAiEvent event, String attribute) throws Refusal {
    long number = number(event, attribute);
    if (number == TokenPoint.UNKNOWN) {
      throw new Refusal(attribute + " of " + event.name() + " is missing");
    }
    return number;
  }

  private static long number(GenAiEvent event, String attribute) throws Refusal {
    String text = event.first(attribute);
    if (text.isEmpty()) {
      return TokenPoint.UNKNOWN;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() >= 0 && number.compareTo(MOST) <= 0) {
        return number.longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException none) {
      // said below
    }
    throw new Refusal(attribute + " of " + event.name() + " is no count: " + text);
  }

  private static TokenAccount account(GenAiEvent event) {
    Map<String, String> said = new TreeMap<>();
    event
        .attributes()
        .forEach(
            (name, value) -> {
              String key = SpanUsage.keyOf(name);
              boolean older = !key.equals(name) && event.attributes().containsKey(key);
              if (TEXTS.contains(key) && !older && !value.isEmpty()) {
                said.put(key, value);
              }
            });
    return new TokenAccount(
        event.environment(), event.service(), event.first(TokenAttribute.RESOURCE), said);
  }
}
