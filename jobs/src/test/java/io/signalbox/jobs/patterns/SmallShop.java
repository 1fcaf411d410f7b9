// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Two minutes of a shop that calls a payment service, as OTLP/JSON: {@code pay} and {@code mail}
 * run on one node, {@code shop} on another; the pool of {@code pay} is full from the 70th second.
 *
 * @param seed of an admissible order, 0 for the order of time
 */
record SmallShop(long seed) implements BatchSequence {
  private static final long T0 = 1_700_000_040_000L - Math.floorMod(1_700_000_040_000L, 60_000L);
  private static final long DISORDER = JobOptions.of().time().disorder().toMillis();

  private record Request(SignalKind kind, long atMs, long arrivesMs, String json) {}

  /** A time as it is written. */
  static String atSecond(int second) {
    return Instant.ofEpochMilli(T0 + second * 1000L).toString().substring(0, 19);
  }

  @Override
  public Iterator<SignalBatch> open() {
    RequestCutter cutter =
        new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS, JobOptions.of().sought());
    List<SignalBatch> batches = new ArrayList<>();
    long greatest = Long.MIN_VALUE;
    for (Request request : requests()) {
      cutter.cutJson(
          request.kind(),
          new Origin("shop", 0, 0, Long.MAX_VALUE),
          request.json().getBytes(StandardCharsets.UTF_8),
          batches::add);
      greatest = Math.max(greatest, request.atMs());
      batches.add(SignalBatch.progress(greatest - DISORDER - 1));
    }
    batches.add(SignalBatch.progress(greatest + DISORDER));
    return batches.iterator();
  }

  private List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    Random random = new Random(seed);
    for (int second = 0; second < 125; second++) {
      long atMs = T0 + second * 1000L;
      add(requests, random, SignalKind.TRACES, atMs, spans("shop", 3, second, atMs));
      add(requests, random, SignalKind.TRACES, atMs, spans("pay", 2, second, atMs));
      if (second % 10 == 0) {
        add(requests, random, SignalKind.METRICS, atMs, pool(second >= 70 ? 19 : 5, atMs));
        add(requests, random, SignalKind.LOGS, atMs, log("mail", "n1", 9, "sent", atMs));
      }
      if (second == 75) {
        String text = "cannot save: No space left on device";
        add(requests, random, SignalKind.LOGS, atMs, log("shop", "n2", 17, text, atMs));
      }
    }
    requests.sort(Comparator.comparingLong(Request::arrivesMs));
    return requests;
  }

  private void add(List<Request> requests, Random random, SignalKind kind, long atMs, String json) {
    long delay = seed == 0 ? 0 : random.nextInt((int) DISORDER - 1000);
    requests.add(new Request(kind, atMs, atMs + delay, json));
  }

  private static String resource(String service, String node) {
    return "\"resource\":{\"attributes\":["
        + String.join(
            ",",
            attribute("service.name", service),
            attribute("service.instance.id", service + "-1"),
            attribute("deployment.environment.name", "prod"),
            attribute("k8s.node.name", node))
        + "]}";
  }

  private static String attribute(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
  }

  private static String spans(String service, int kind, int second, long atMs) {
    String id = String.format("%016x", second + 1);
    String own = kind == 3 ? id : String.format("%016x", second + 1000);
    return "{\"resourceSpans\":[{"
        + resource(service, service.equals("shop") ? "n2" : "n1")
        + ",\"scopeSpans\":[{\"spans\":[{\"traceId\":\""
        + id
        + id
        + "\",\"spanId\":\""
        + own
        + "\""
        + (kind == 3 ? "" : ",\"parentSpanId\":\"" + id + "\"")
        + ",\"name\":\"Charge\",\"kind\":"
        + kind
        + ",\"startTimeUnixNano\":\""
        + (atMs - 5)
        + "000000\",\"endTimeUnixNano\":\""
        + atMs
        + "000000\"}]}]}]}";
  }

  private static String pool(int used, long atMs) {
    return "{\"resourceMetrics\":[{"
        + resource("pay", "n1")
        + ",\"scopeMetrics\":[{\"metrics\":["
        + gauge(
            "db.client.connection.count",
            used,
            atMs,
            attribute("db.client.connection.state", "used"))
        + ","
        + gauge("db.client.connection.max", 20, atMs, attribute("other", "x"))
        + "]}]}]}";
  }

  private static String gauge(String name, int value, long atMs, String attribute) {
    return "{\"name\":\""
        + name
        + "\",\"gauge\":{\"dataPoints\":[{\"asDouble\":"
        + value
        + ",\"timeUnixNano\":\""
        + atMs
        + "000000\",\"attributes\":["
        + attribute
        + ","
        + attribute("db.client.connection.pool.name", "main")
        + "]}]}}";
  }

  private static String log(String service, String node, int severity, String body, long atMs) {
    return "{\"resourceLogs\":[{"
        + resource(service, node)
        + ",\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\""
        + atMs
        + "000000\",\"severityNumber\":"
        + severity
        + ",\"body\":{\"stringValue\":\""
        + body
        + "\"}}]}]}]}";
  }
}
