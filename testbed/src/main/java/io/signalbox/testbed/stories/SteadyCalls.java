// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * Two services of which one calls the other, always as often and as fast, so that nobody can find
 * anything unusual until most calls fail for a while.
 *
 * @param start when it begins
 * @param trouble how long after the start calls begin to fail
 * @param lasts how long they do
 * @param rest how long all is well again before the end
 */
public record SteadyCalls(Instant start, Duration trouble, Duration lasts, Duration rest) {
  private static final int CALLS_A_SECOND = 4;
  private static final int SECONDS_BETWEEN_METRICS = 10;
  private static final long SECOND_NS = 1_000_000_000;
  private static final long MS_NS = 1_000_000;

  /** When calls begin to fail. */
  public Instant onset() {
    return start.plus(trouble);
  }

  /** Event time of the last second. */
  public Instant end() {
    return onset().plus(lasts).plus(rest);
  }

  /** Writes everything, second by second. */
  public void run(SimulationOutput output) throws IOException {
    long seconds = Duration.between(start, end()).toSeconds();
    for (long second = 0; second < seconds; second++) {
      long atNs = (start.getEpochSecond() + second) * SECOND_NS;
      long sentMs = atNs / MS_NS + 1000;
      output.accept(SignalTopic.SPANS, sentMs, calls(atNs));
      if (second % SECONDS_BETWEEN_METRICS == 0) {
        output.accept(SignalTopic.METRICS, sentMs, gauge(atNs));
        output.accept(SignalTopic.LOGS, sentMs, line(atNs));
      }
    }
  }

  private byte[] calls(long atNs) {
    var web = ResourceSpans.newBuilder().setResource(resource("web"));
    var store = ResourceSpans.newBuilder().setResource(resource("store"));
    var fromWeb = web.addScopeSpansBuilder();
    var fromStore = store.addScopeSpansBuilder();
    for (int call = 0; call < CALLS_A_SECOND; call++) {
      long beginNs = atNs + call * SECOND_NS / CALLS_A_SECOND;
      boolean fails = call > 0 && isTrouble(atNs);
      ByteString trace = bytes(beginNs, 1);
      Span entry = span(trace, 1, 0, "GET /", SpanKind.SPAN_KIND_SERVER, beginNs, 30, fails);
      Span out = span(trace, 2, 1, "get", SpanKind.SPAN_KIND_CLIENT, beginNs, 20, fails);
      Span in = span(trace, 3, 2, "get", SpanKind.SPAN_KIND_SERVER, beginNs, 15, fails);
      fromWeb.addSpans(entry).addSpans(out);
      fromStore.addSpans(in);
    }
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(web)
        .addResourceSpans(store)
        .build()
        .toByteArray();
  }

  private boolean isTrouble(long atNs) {
    Instant at = Instant.ofEpochSecond(atNs / SECOND_NS);
    return !at.isBefore(onset()) && at.isBefore(onset().plus(lasts));
  }

  private static Span span(
      ByteString trace,
      long id,
      long parent,
      String name,
      SpanKind kind,
      long beginNs,
      long lastsMs,
      boolean fails) {
    Span.Builder span =
        Span.newBuilder()
            .setTraceId(trace)
            .setSpanId(bytes(beginNs + id))
            .setName(name)
            .setKind(kind)
            .setStartTimeUnixNano(beginNs)
            .setEndTimeUnixNano(beginNs + lastsMs * MS_NS);
    if (parent != 0) {
      span.setParentSpanId(bytes(beginNs + parent));
    }
    if (fails) {
      span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
    }
    return span.build();
  }

  private static byte[] gauge(long atNs) {
    var request = ExportMetricsServiceRequest.newBuilder();
    var resource = request.addResourceMetricsBuilder().setResource(resource("web"));
    var metric = resource.addScopeMetricsBuilder().addMetricsBuilder().setName("pool.size");
    metric.getGaugeBuilder().addDataPointsBuilder().setTimeUnixNano(atNs).setAsInt(8);
    return request.build().toByteArray();
  }

  private static byte[] line(long atNs) {
    var request = ExportLogsServiceRequest.newBuilder();
    var resource = request.addResourceLogsBuilder().setResource(resource("web"));
    resource
        .addScopeLogsBuilder()
        .addLogRecordsBuilder()
        .setTimeUnixNano(atNs)
        .setSeverityNumberValue(9)
        .setBody(AnyValue.newBuilder().setStringValue("still here"));
    return request.build().toByteArray();
  }

  private static Resource resource(String service) {
    return Resource.newBuilder()
        .addAttributes(
            KeyValue.newBuilder()
                .setKey("service.name")
                .setValue(AnyValue.newBuilder().setStringValue(service)))
        .build();
  }

  private static ByteString bytes(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return ByteString.copyFrom(bytes.array());
  }
}
