// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends a world to Kafka, faster than it happened: spans as a Collector writes them. */
final class BillFeed implements AutoCloseable {
  private static final double PACE = 20;
  private static final int PARTITIONS = 4;

  /** Behind the last call: more than the disorder bound. */
  private static final int PASSES_ON_SECONDS = 150;

  private final BillWorld world;
  private final AtomicInteger second = new AtomicInteger();
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private int sent;
  private int passedOn;

  BillFeed(BillWorld world, String bootstrapServers) {
    this.world = world;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** How far it is. */
  int second() {
    return second.get();
  }

  /** Sends everything, and behind it what passes it on, and returns when Kafka has it. */
  void run() throws IOException, InterruptedException {
    long beganNs = System.nanoTime();
    for (int now = 0; now < BillWorld.SECONDS; now++) {
      long dueNs = (long) (TimeUnit.SECONDS.toNanos(now) / PACE);
      TimeUnit.NANOSECONDS.sleep(dueNs - (System.nanoTime() - beganNs));
      for (BillWorld.News one : world.news()) {
        if (one.second() == now) {
          send(one.approval() ? "price-approvals" : "price-changes", 0, one.json().getBytes(UTF_8));
        }
      }
      for (String line : world.events(now)) {
        send("usage-events", sent++ % PARTITIONS, line.getBytes(UTF_8));
      }
      send("otlp_spans", now % PARTITIONS, spans(now));
      second.set(now + 1);
    }
    passOn();
    Exception problem = refused.get();
    if (problem != null) {
      throw new IOException("Kafka refused a record: " + problem.getMessage(), problem);
    }
  }

  /** Usages and spans of nobody, so that all that was before is looked at; each a second on. */
  void passOn() {
    long atMs = BillWorld.at(BillWorld.SECONDS + PASSES_ON_SECONDS + passedOn++).toEpochMilli();
    String line = new BillCall(0, atMs).line(1).replace("resp-", "end-").replace("sonnet", "none");
    Span.Builder last =
        Span.newBuilder().setName("end").setTraceId(id(atMs, 1)).setSpanId(id(atMs));
    byte[] end = request(ScopeSpans.newBuilder().addSpans(at(last, atMs)));
    for (int partition = 0; partition < PARTITIONS; partition++) {
      send("usage-events", partition, line.getBytes(UTF_8));
      send("otlp_spans", partition, end);
    }
    producer.flush();
  }

  // The callback hears of failures; the future would say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(String topic, int partition, byte[] value) {
    producer.send(
        new ProducerRecord<>(topic, partition, null, value),
        (written, problem) -> {
          if (problem != null) {
            refused.compareAndSet(null, problem);
          }
        });
  }

  private static byte[] spans(int second) {
    ScopeSpans.Builder scope = ScopeSpans.newBuilder();
    for (BillCall call : BillWorld.spans(second)) {
      Span.Builder span =
          Span.newBuilder()
              .setName("chat " + call.model())
              .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
              .setTraceId(id(call.number(), 1))
              .setSpanId(id(call.number() + 1L))
              .addAttributes(text("tenant.id", call.tenant()))
              .addAttributes(text("gen_ai.operation.name", "chat"))
              .addAttributes(text("gen_ai.provider.name", call.provider()))
              .addAttributes(text("gen_ai.request.model", call.model()))
              .addAttributes(text("gen_ai.response.id", call.id()))
              .addAttributes(count("input_tokens", call.input()))
              .addAttributes(count("cache_read.input_tokens", call.cached()))
              .addAttributes(count("output_tokens", call.output()));
      scope.addSpans(at(span, call.atMs()));
    }
    return request(scope);
  }

  private static Span.Builder at(Span.Builder span, long atMs) {
    long endNs = TimeUnit.MILLISECONDS.toNanos(atMs);
    return span.setStartTimeUnixNano(endNs - TimeUnit.MILLISECONDS.toNanos(50))
        .setEndTimeUnixNano(endNs);
  }

  private static byte[] request(ScopeSpans.Builder scope) {
    ResourceSpans.Builder resource = ResourceSpans.newBuilder().addScopeSpans(scope);
    resource.getResourceBuilder().addAttributes(text("service.name", "assistant"));
    return ExportTraceServiceRequest.newBuilder().addResourceSpans(resource).build().toByteArray();
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static KeyValue count(String what, long value) {
    return KeyValue.newBuilder()
        .setKey("gen_ai.usage." + what)
        .setValue(AnyValue.newBuilder().setIntValue(value))
        .build();
  }

  private static ByteString id(long... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    for (long number : numbers) {
      bytes.putLong(number);
    }
    return ByteString.copyFrom(bytes.array());
  }

  @Override
  public void close() {
    producer.close();
  }
}
