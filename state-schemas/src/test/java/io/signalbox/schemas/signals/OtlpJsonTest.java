// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.analytics.signals.DeadLetterReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpJsonTest {
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void anyMessageComesThroughJsonUnchanged(@ForAll long seed) throws Exception {
    for (SignalKind kind : List.of(SignalKind.METRICS, SignalKind.TRACES, SignalKind.LOGS)) {
      Message message = WithProperIds.of(new RandomMessage(seed).like(Comparison.prototype(kind)));
      byte[] json = utf8(new ReferenceJson(seed).of(message).toString());
      if (!message.getAllFields().isEmpty()) {
        byte[] bytes = OtlpJson.toProtobuf(kind, json);
        assertEquals(message, message.getParserForType().parseFrom(bytes));
        assertEquals(kind, OtlpJson.kindOf(json));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ABC, 0000000000000abc",
    "eee19b7ec3c1b174, eee19b7ec3c1b174",
    "EEE19B7EC3C1B174, eee19b7ec3c1b174",
    "7uGbfsPBsXQ=, eee19b7ec3c1b174",
    "'', ''",
    "not an id, ''",
    "00eee19b7ec3c1b174, ''"
  })
  void idsAreHexShortOnesFilledUpAndWhatIsNoIdLeftOut(String text, String hex) throws Exception {
    Span span = span("{\"spanId\":\"" + text + "\",\"name\":\"lives\"}");
    byte[] id = span.getSpanId().toByteArray();
    assertEquals(hex, java.util.HexFormat.of().formatHex(id));
    assertEquals("lives", span.getName());
  }

  @Test
  void aTimeBeyond64BitsIsKeptAsOneThatIsRefused() throws Exception {
    Span span = span("{\"startTimeUnixNano\":\"99999999999999999999\",\"endTimeUnixNano\":-5}");
    assertEquals(-1, span.getStartTimeUnixNano());
    assertEquals(-1, span.getEndTimeUnixNano());
  }

  @Test
  void integersMayBeWrittenWithAnExponent() throws Exception {
    assertEquals(
        1_640_000_000_000_000_000L, span("{\"endTimeUnixNano\":1.64e18}").getEndTimeUnixNano());
  }

  @Test
  void numbersThatAreNoNumbersAreStrings() throws Exception {
    assertTrue(Double.isNaN(point("{\"asDouble\":\"NaN\"}").getAsDouble()));
    assertEquals(Double.NEGATIVE_INFINITY, point("{\"asDouble\":\"-Infinity\"}").getAsDouble());
    assertEquals(Double.POSITIVE_INFINITY, point("{\"asDouble\":\"Infinity\"}").getAsDouble());
    assertEquals(2.5, point("{\"asDouble\":\"2.5\"}").getAsDouble());
  }

  @Test
  void nullIsAbsent() throws Exception {
    Span span = span("{\"name\":null,\"attributes\":null,\"status\":null,\"traceId\":null}");
    assertEquals(Span.getDefaultInstance(), span);
  }

  @Test
  void requestsOfOlderCollectorsNameTheirScopesLibraries() throws Exception {
    byte[] bytes =
        OtlpJson.toProtobuf(
            SignalKind.TRACES,
            utf8(
                "{\"resourceSpans\":[{\"instrumentationLibrarySpans\":[{\"instrumentationLibrary\":"
                    + "{\"name\":\"old\"},\"spans\":[{\"name\":\"a\"}]}]}]}"));
    var scope = ExportTraceServiceRequest.parseFrom(bytes).getResourceSpans(0).getScopeSpans(0);
    assertEquals("old", scope.getScope().getName());
    assertEquals("a", scope.getSpans(0).getName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"resourceSpans\":[",
        "this is not json",
        "{\"invalid\":\"not otlp json\"}",
        "{}",
        "[]",
        "7",
        "{\"resourceSpans\":7}",
        "{\"resourceSpans\":[7]}",
        "{\"resourceSpans\":[]} {}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":7}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"kind\":1.5}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"endTimeUnixNano\":\"x\"}]}]}]}",
        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"endTimeUnixNano\":\"\"}]}]}]}"
      })
  void whatIsNotARequestIsMalformed(String json) {
    MalformedTelemetry fault =
        assertThrows(
            MalformedTelemetry.class, () -> OtlpJson.toProtobuf(SignalKind.TRACES, utf8(json)));
    assertEquals(DeadLetterReason.MALFORMED, fault.reason());
  }

  @Test
  void whatIsNestedTooDeepIsTooLarge() {
    String value = "{\"arrayValue\":{\"values\":[".repeat(200) + "]}}".repeat(200);
    String unknown = "[".repeat(2000) + "]".repeat(2000);
    assertEquals(DeadLetterReason.TOO_LARGE, refusal("{\"x\":" + unknown + "}"));
    assertEquals(
        DeadLetterReason.TOO_LARGE,
        refusal("{\"attributes\":[{\"key\":\"k\",\"value\":" + value + "}]}"));
  }

  private static String refusal(String span) {
    return assertThrows(MalformedTelemetry.class, () -> span(span)).reason();
  }

  private static Span span(String span) throws Exception {
    String json = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + span + "]}]}]}";
    byte[] bytes = OtlpJson.toProtobuf(SignalKind.TRACES, utf8(json));
    return ExportTraceServiceRequest.parseFrom(bytes)
        .getResourceSpans(0)
        .getScopeSpans(0)
        .getSpans(0);
  }

  private static NumberDataPoint point(String point) throws Exception {
    String json =
        "{\"resourceMetrics\":[{\"scopeMetrics\":[{\"metrics\":[{\"gauge\":{\"dataPoints\":["
            + point
            + "]}}]}]}]}";
    byte[] bytes = OtlpJson.toProtobuf(SignalKind.METRICS, utf8(json));
    return ExportMetricsServiceRequest.parseFrom(bytes)
        .getResourceMetrics(0)
        .getScopeMetrics(0)
        .getMetrics(0)
        .getGauge()
        .getDataPoints(0);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** JSON keeps ids of the right length only; others are filled up or left out. */
  private static final class WithProperIds {
    static Message of(Message message) {
      Message.Builder builder = message.toBuilder();
      message
          .getAllFields()
          .forEach(
              (field, value) -> {
                if (value instanceof ByteString && field.getName().endsWith("_id")) {
                  int size = field.getName().equals("trace_id") ? 16 : 8;
                  builder.setField(field, ByteString.copyFrom(new byte[size]));
                } else if (value instanceof Message inner) {
                  builder.setField(field, of(inner));
                } else if (field.isRepeated() && value instanceof List<?> list) {
                  for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Message inner) {
                      builder.setRepeatedField(field, i, of(inner));
                    }
                  }
                }
              });
      return builder.build();
    }
  }
}
