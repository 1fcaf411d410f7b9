// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchSequence;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/**
 * Two days of a shop that asks a bot that asks a model, as OTLP/JSON. In hour 40 the model answers
 * at great length, and at the end of it the bot fails.
 *
 * @param seed of an admissible order, 0 for the order of time
 */
record ChattyBot(long seed) implements BatchSequence {
  static final long START = UsageWorld.START;
  static final int ODD_HOUR = 40;
  private static final long MINUTE = 60_000L;
  private static final int MINUTES = 44 * 60 + 30;
  private static final long DISORDER = JobOptions.of().time().disorder().toMillis();

  private record Request(long atMs, long arrivesMs, String json) {}

  @Override
  public Iterator<SignalBatch> open() {
    RequestCutter cutter =
        new RequestCutter(RequestCutter.DEFAULT_TRACE_BUCKETS, JobOptions.of().sought());
    List<SignalBatch> batches = new ArrayList<>();
    long greatest = Long.MIN_VALUE;
    for (Request request : requests()) {
      cutter.cutJson(
          SignalKind.TRACES,
          new Origin("bot", 0, 0, Long.MAX_VALUE),
          request.json().getBytes(StandardCharsets.UTF_8),
          batches::add);
      greatest = Math.max(greatest, request.atMs());
      batches.add(SignalBatch.progress(greatest - DISORDER - 1));
    }
    return batches.iterator();
  }

  private List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    Random random = new Random(seed);
    for (int minute = 0; minute < MINUTES; minute++) {
      for (int i = 0; i < 3; i++) {
        long atMs = START + minute * MINUTE + i * 7_000L;
        long delay = seed == 0 ? 0 : random.nextInt((int) DISORDER - 1000);
        requests.add(new Request(atMs, atMs + delay, trace(minute, i, atMs)));
      }
    }
    requests.sort(Comparator.comparingLong(Request::arrivesMs));
    return requests;
  }

  private static String trace(int minute, int i, long atMs) {
    String id = String.format("%015x%x", minute + 1, i);
    boolean fails = minute >= ODD_HOUR * 60 + 57 && minute < ODD_HOUR * 60 + 75;
    String call = span(id, "1" + id.substring(1), "", 3, atMs, fails, "");
    String answer = span(id, "2" + id.substring(1), "1" + id.substring(1), 2, atMs, fails, "");
    long written = (minute / 60 == ODD_HOUR ? 3000L : 200L) + (minute * 13 + i) % 17;
    String said =
        String.join(
            ",",
            text("gen_ai.operation.name", "chat"),
            text("gen_ai.provider.name", "openai"),
            text("gen_ai.request.model", "gpt"),
            text("gen_ai.response.model", "gpt"),
            text("gen_ai.response.id", "r" + id),
            number("gen_ai.usage.input_tokens", 500),
            number("gen_ai.usage.output_tokens", written));
    String ask = span(id, "3" + id.substring(1), "2" + id.substring(1), 3, atMs, false, said);
    return "{\"resourceSpans\":[" + of("shop", call) + "," + of("bot", answer + "," + ask) + "]}";
  }

  private static String of(String service, String spans) {
    return "{\"resource\":{\"attributes\":["
        + text("service.name", service)
        + ","
        + text("deployment.environment.name", "prod")
        + "]},\"scopeSpans\":[{\"spans\":["
        + spans
        + "]}]}";
  }

  private static String span(
      String trace, String id, String parent, int kind, long atMs, boolean fails, String said) {
    return "{\"traceId\":\""
        + trace
        + trace
        + "\",\"spanId\":\""
        + id
        + "\""
        + (parent.isEmpty() ? "" : ",\"parentSpanId\":\"" + parent + "\"")
        + ",\"name\":\"Ask\",\"kind\":"
        + kind
        + ",\"startTimeUnixNano\":\""
        + (atMs - 50)
        + "000000\",\"endTimeUnixNano\":\""
        + atMs
        + "000000\",\"status\":{\"code\":"
        + (fails ? 2 : 1)
        + "},\"attributes\":["
        + said
        + "]}";
  }

  private static String text(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"stringValue\":\"" + value + "\"}}";
  }

  private static String number(String key, long value) {
    return "{\"key\":\"" + key + "\",\"value\":{\"intValue\":\"" + value + "\"}}";
  }
}
