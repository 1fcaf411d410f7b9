// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.signalbox.schemas.signals.SignalKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Metrics in long form, log records as JSON lines, and a few spans of one incident. */
final class RootCauseBenchTelemetry {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long NANOS = 1_000_000;
  private static final String TRACE = "trace_id";

  /** Written instead of the id of the trace that the span before is of. */
  private static final String SAME = "same";

  private final String environment;
  private final Path data;
  private final View view;
  private final Complaints complaints;

  RootCauseBenchTelemetry(String environment, Path data, View view, Complaints complaints) {
    this.environment = environment;
    this.data = data;
    this.view = view;
    this.complaints = complaints;
  }

  List<Chapter> chapters() {
    List<Telling> all = new ArrayList<>();
    addMetrics(all);
    addLogs(all);
    addSpans(all);
    long fromMs = all.stream().mapToLong(Telling::atMs).min().orElse(Long.MAX_VALUE);
    return all.isEmpty() ? List.of() : List.of(new Chapter(fromMs, () -> all));
  }

  private OtlpMessages message(SignalKind kind, String service) {
    return new OtlpMessages(
        kind, Map.of("service.name", service, "deployment.environment.name", environment));
  }

  private void addMetrics(List<Telling> all) {
    Path file = data.resolve("metrics.csv");
    List<List<String>> rows = CsvRows.read(file, complaints);
    Map<String, OtlpMessages> messages = new TreeMap<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Long atMs = RootCauseBenchSet.timeMs(row.get(0));
      double value = row.size() < 4 ? Double.NaN : CsvRows.number(row.get(3));
      if (atMs == null || Double.isNaN(value)) {
        complaints.add(file, i + 1L, "no time or no value");
        continue;
      }
      messages
          .computeIfAbsent(row.get(0) + row.get(1), key -> message(SignalKind.METRICS, row.get(1)))
          .gauge(row.get(2), "1", Map.of(), atMs, value * view.unitFactor());
    }
    messages.values().forEach(message -> all.add(message.telling()));
  }

  private void addLogs(List<Telling> all) {
    Path file = data.resolve("logs.ndjson");
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        addLog(file, i + 1L, lines.get(i), all);
      }
    } catch (IOException unreadable) {
      complaints.add(file, 0, "unreadable: " + unreadable.getMessage());
    }
  }

  private void addLog(Path file, long line, String text, List<Telling> all) {
    try {
      JsonNode log = JSON.readTree(text);
      Long atMs = RootCauseBenchSet.timeMs(log.path("timestamp").asText());
      if (atMs != null) {
        OtlpMessages message = message(SignalKind.LOGS, log.path("service").asText());
        message.log(atMs, log.path("severity_text").asText(), log.path("msg").asText());
        all.add(message.telling());
        return;
      }
      complaints.add(file, line, "no time");
    } catch (IOException broken) {
      complaints.add(file, line, "no JSON");
    }
  }

  private void addSpans(List<Telling> all) {
    JsonNode spans = RootCauseBenchSet.json(data.resolve("traces.json"), complaints);
    if (spans == null) {
      return;
    }
    spellOut(spans);
    Map<String, String> services = new HashMap<>();
    spans.forEach(
        span ->
            services.put(
                span.path(TRACE).asText() + span.path("span_id").asText(),
                span.path("service").asText()));
    for (JsonNode span : spans) {
      Long startMs = RootCauseBenchSet.timeMs(span.path("start").asText());
      if (startMs == null) {
        complaints.add(data.resolve("traces.json"), 0, "a span without a start");
        continue;
      }
      String service = span.path("service").asText();
      String up = span.path(TRACE).asText() + span.path("parent_id").asText();
      String caller = services.getOrDefault(up, "");
      OtlpMessages message = message(SignalKind.TRACES, service);
      long endNanos = startMs * NANOS + (long) (span.path("duration_ms").asDouble() * NANOS);
      boolean failed = span.path("status").asText().equals("ERROR");
      int kind = service.equals(caller) ? 1 : 2;
      if (!view.hidesSpansOf(service)) {
        message.span(
            ids(span), span.path("name").asText(), kind, startMs * NANOS, endNanos, failed);
        all.add(message.telling());
      }
      if (kind == 2 && !caller.isEmpty()) {
        all.add(PetshopGraph.declared(environment, caller, service, startMs));
      }
    }
  }

  private static void spellOut(JsonNode spans) {
    String trace = SAME;
    for (JsonNode span : spans) {
      if (span.path(TRACE).asText().equals(SAME) && span instanceof ObjectNode written) {
        written.put(TRACE, trace);
      }
      trace = span.path(TRACE).asText();
    }
  }

  private static SpanIds ids(JsonNode span) {
    long trace = span.path(TRACE).asText().hashCode();
    String parent = span.path("parent_id").asText("");
    long parentId = parent.isEmpty() ? 0 : id(parent, trace);
    return new SpanIds(trace, ~trace, id(span.path("span_id").asText(), trace), parentId, "");
  }

  private static long id(String text, long trace) {
    return 31L * text.hashCode() + trace | 1;
  }
}
