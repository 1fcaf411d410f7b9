// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestCutterTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final Origin FILE = new Origin("file", 0, 5, Long.MAX_VALUE);

  private static List<SignalBatch> cut(SignalKind kind, Origin origin, byte[] request) {
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(4).cut(kind, origin, request, batches::add);
    return batches;
  }

  private static byte[] gauge(String service, long... timesMs) {
    Metric.Builder metric = Metric.newBuilder().setName("queue");
    for (long at : timesMs) {
      metric
          .getGaugeBuilder()
          .addDataPoints(NumberDataPoint.newBuilder().setTimeUnixNano(at * 1_000_000).setAsInt(7));
    }
    var request = ExportMetricsServiceRequest.newBuilder();
    var resource = request.addResourceMetricsBuilder();
    if (!service.isEmpty()) {
      resource
          .getResourceBuilder()
          .addAttributes(
              KeyValue.newBuilder()
                  .setKey("service.name")
                  .setValue(AnyValue.newBuilder().setStringValue(service)));
    }
    resource.addScopeMetricsBuilder().addMetrics(metric);
    return request.build().toByteArray();
  }

  private static DeadLetter letter(SignalBatch batch) throws IOException {
    assertEquals(BatchKind.DEAD_LETTER, batch.kind());
    return RecordJson.read(batch.payload(), DeadLetter.class);
  }

  @Test
  void pointsAreCutByTickAndTheServiceIsHeardInEach() {
    List<SignalBatch> batches = cut(SignalKind.METRICS, FILE, gauge("pay", T0, T0 + 999, T0 + 1000));
    assertEquals(
        List.of("METRICS 2 0", "METRICS 1 1000", "LOGS 0 0", "LOGS 0 1000"),
        batches.stream()
            .map(batch -> batch.kind() + " " + batch.count() + " " + (batch.tickMs() - T0))
            .toList());
  }

  @Test
  void anItemNobodyCanBeHeldToAccountForIsADeadLetterAlone() throws IOException {
    List<SignalBatch> batches = cut(SignalKind.METRICS, FILE, gauge("", T0));
    assertEquals(1, batches.size());
    DeadLetter letter = letter(batches.get(0));
    assertEquals(DeadLetterReason.NO_IDENTITY, letter.reason());
    assertEquals(5, letter.offset());
    assertTrue(letter.bytes().length > 0);
  }

  @Test
  void aTimeFarAheadOfItsRecordIsImpossibleAndDoesNotDriveTheClock() throws IOException {
    Origin record = new Origin("otlp_metrics", 1, 9, T0);
    List<SignalBatch> batches =
        cut(SignalKind.METRICS, record, gauge("pay", T0, T0 + 7_200_000));
    assertEquals(3, batches.size());
    DeadLetter letter = letter(batches.get(2));
    assertEquals(DeadLetterReason.IMPOSSIBLE_TIME, letter.reason());
    assertEquals("pay", letter.service());
  }

  @Test
  void aTornRequestIsOneDeadLetterAndNothingOfItCounts() throws IOException {
    byte[] whole = gauge("pay", T0, T0 + 1);
    byte[] torn = java.util.Arrays.copyOf(whole, whole.length - 3);
    List<SignalBatch> batches = cut(SignalKind.METRICS, FILE, torn);
    assertEquals(1, batches.size());
    assertEquals(DeadLetterReason.MALFORMED, letter(batches.get(0)).reason());
  }

  @Test
  void textThatIsNoJsonIsOneDeadLetter() throws IOException {
    List<SignalBatch> batches = new ArrayList<>();
    byte[] text = "this is not json".getBytes(StandardCharsets.UTF_8);
    new RequestCutter(4).cutJson(SignalKind.LOGS, FILE, text, batches::add);
    assertEquals(DeadLetterReason.MALFORMED, letter(batches.get(0)).reason());
  }
}
