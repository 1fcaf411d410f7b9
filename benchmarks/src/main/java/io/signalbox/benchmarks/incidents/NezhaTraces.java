// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.schemas.signals.SignalKind;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spans of one minute a file. They do not state their kind: one whose parent ran in another pod
 * answers a call, and that parent made it.
 */
final class NezhaTraces {
  private static final long SLACK_MS = 180_000;
  private static final int BATCH = 500;
  private static final List<String> COLUMNS =
      List.of(
          "TraceID",
          "SpanID",
          "ParentID",
          "PodName",
          "OperationName",
          "StartTimeUnixNano",
          "EndTimeUnixNano");
  private final String environment;
  private final View view;
  private final Complaints complaints;

  private record Row(SpanIds ids, String pod, String name, long startNanos, long endNanos) {}

  NezhaTraces(String environment, View view, Complaints complaints) {
    this.environment = environment;
    this.view = view;
    this.complaints = complaints;
  }

  /** What a file tells, read when its minute comes. */
  List<Chapter> chapters(String day, Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      String minute = name.substring(0, 5).replace('_', ':');
      long atMs = LocalDateTime.parse(day + "T" + minute).toInstant(ZoneOffset.UTC).toEpochMilli();
      return List.of(new Chapter(atMs - SLACK_MS, () -> read(file, atMs - SLACK_MS)));
    } catch (DateTimeParseException | IndexOutOfBoundsException other) {
      complaints.add(file, 0, "its name states no minute");
      return List.of();
    }
  }

  private List<Telling> read(Path file, long fromMs) {
    List<List<String>> rows = CsvRows.read(file, complaints);
    if (rows.isEmpty() || !rows.get(0).containsAll(COLUMNS)) {
      complaints.add(file, 1, "needs the columns " + COLUMNS);
      return List.of();
    }
    int[] at = COLUMNS.stream().mapToInt(rows.get(0)::indexOf).toArray();
    Map<Long, Row> spans = new LinkedHashMap<>();
    for (int i = 1; i < rows.size(); i++) {
      Row row = row(rows.get(i), at);
      if (row == null || row.endNanos / 1_000_000 < fromMs) {
        complaints.add(file, i + 1L, "no span");
      } else {
        spans.put(row.ids.span(), row);
      }
    }
    return tellings(spans);
  }

  private static @org.jspecify.annotations.Nullable Row row(List<String> fields, int[] at) {
    try {
      String trace = fields.get(at[0]);
      long hi = Long.parseUnsignedLong(trace.substring(0, 16), 16);
      long lo = Long.parseUnsignedLong(trace.substring(16), 16);
      long span = Long.parseUnsignedLong(fields.get(at[1]), 16);
      String up = fields.get(at[2]);
      long parent = up.length() == 16 ? Long.parseUnsignedLong(up, 16) : 0;
      return new Row(
          new SpanIds(hi, lo, span, parent, ""),
          fields.get(at[3]),
          fields.get(at[4]),
          Long.parseLong(fields.get(at[5])),
          Long.parseLong(fields.get(at[6])));
    } catch (IndexOutOfBoundsException | NumberFormatException broken) {
      return null;
    }
  }

  private List<Telling> tellings(Map<Long, Row> spans) {
    Set<Long> callers = new HashSet<>();
    Set<Long> answers = new HashSet<>();
    for (Row row : spans.values()) {
      Row parent = spans.get(row.ids.parent());
      if (parent != null && !parent.pod.equals(row.pod)) {
        callers.add(parent.ids.span());
        answers.add(row.ids.span());
      }
    }
    Map<String, List<Row>> byPod = new HashMap<>();
    spans.values().stream()
        .filter(row -> !view.hidesSpansOf(NezhaMetrics.serviceOf(row.pod)))
        .sorted(java.util.Comparator.comparingLong(Row::endNanos))
        .forEach(row -> byPod.computeIfAbsent(row.pod, pod -> new ArrayList<>()).add(row));
    List<Telling> tellings = new ArrayList<>();
    byPod.forEach((pod, rows) -> tellings.addAll(ofPod(pod, rows, callers, answers)));
    return tellings;
  }

  private List<Telling> ofPod(String pod, List<Row> rows, Set<Long> callers, Set<Long> answers) {
    List<Telling> tellings = new ArrayList<>();
    Map<String, String> resource =
        Map.of("k8s.pod.name", pod, "deployment.environment.name", environment);
    OtlpMessages message = new OtlpMessages(SignalKind.TRACES, resource);
    long second = Long.MIN_VALUE;
    int count = 0;
    for (Row row : rows) {
      long its = row.endNanos / 1_000_000_000;
      if (!message.isEmpty() && (its != second || count >= BATCH)) {
        tellings.add(message.telling());
        message = new OtlpMessages(SignalKind.TRACES, resource);
        count = 0;
      }
      second = its;
      count++;
      boolean answered = answers.contains(row.ids.span()) || row.ids.parent() == 0;
      int kind = answered ? 2 : callers.contains(row.ids.span()) ? 3 : 1;
      message.span(row.ids, row.name, kind, row.startNanos, row.endNanos, false);
    }
    if (!message.isEmpty()) {
      tellings.add(message.telling());
    }
    return tellings;
  }
}
