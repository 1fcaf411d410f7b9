// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.analytics.quality.Answer;
import io.signalbox.analytics.quality.AnswerReading;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of spans as they come in a request, and what is passed on of them. */
class EmbeddingReaderTest {
  private static final long AT_MS = 1_767_600_000_000L;
  private static final String OUTPUT = "gen_ai.output.embedding";

  private static GenAiEvent read(AnyValue.Builder vector) throws Exception {
    Span.Builder span =
        Requests.span(AT_MS, false, Map.of("gen_ai.response.model", "m", "gen_ai.response.id", "r"))
            .toBuilder();
    span.addAttributes(KeyValue.newBuilder().setKey(OUTPUT).setValue(vector));
    byte[] request = Requests.spans(Map.of("service.name", "bot"), span.build());
    List<GenAiEvent> events = new ArrayList<>();
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(4)
        .cut(SignalKind.TRACES, new Origin("file", 0, 5, Long.MAX_VALUE), request, batches::add);
    for (SignalBatch batch : batches) {
      if (batch.kind() == BatchKind.GEN_AI) {
        events.add(RecordJson.read(batch.payload(), GenAiEvent.class));
      }
    }
    assertEquals(1, events.size());
    assertFalse(events.get(0).attributes().containsKey(OUTPUT));
    return events.get(0);
  }

  private static AnyValue.Builder array(double... numbers) {
    ArrayValue.Builder array = ArrayValue.newBuilder();
    for (double number : numbers) {
      array.addValues(AnyValue.newBuilder().setDoubleValue(number));
    }
    return AnyValue.newBuilder().setArrayValue(array);
  }

  private static List<String> metrics(GenAiEvent event) {
    Answer answer = Objects.requireNonNull(AnswerReading.of(AT_MS, event).get(0).answer());
    return answer.numbers().keySet().stream().sorted().toList();
  }

  @Test
  void aVectorBecomesNineNumbersOfTheAnswer() throws Exception {
    GenAiEvent event = read(array(0.6, -0.8));
    List<String> metrics = metrics(event);
    assertEquals(9, metrics.size());
    assertEquals("output_embedding", metrics.get(0));
    AnyValue.Builder text = AnyValue.newBuilder().setStringValue(" [0.6, -8e-1] ");
    assertEquals(event.attributes(), read(text).attributes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 0 numbers, not 1 to 16,384",
        "[1,NaN] | number 2 of 2 is NaN",
        "[1,,2] | not all that it holds are numbers",
        "[1,[2]] | not all that it holds are numbers",
        "[1e308,1e308] | its 2 numbers are too large to be added up",
        "my secret | it is no array of numbers"
      })
  void whatIsNoVectorIsToldAndTheAnswerCountsAllTheSame(String vector, String reason)
      throws Exception {
    GenAiEvent event = read(AnyValue.newBuilder().setStringValue(vector));
    assertEquals(reason, event.attributes().get(OUTPUT + ".refused"));
    assertEquals(List.of(), metrics(event));
    assertTrue(AnswerReading.of(AT_MS, event).stream().anyMatch(item -> item.answer() != null));
  }

  @Test
  void anArrayWithWhatIsNotANumberIsRefused() throws Exception {
    GenAiEvent event = read(array(1, Double.NaN, 2));
    assertTrue(event.attributes().containsKey(OUTPUT + ".refused"));
  }
}
