// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.signals.PodName;
import io.signalbox.schemas.signals.SignalKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics of pods, one column a metric with its unit in brackets, and latencies of edges as the
 * caller ({@code source_50}) and the callee ({@code destination_50}) see them, one column {@code
 * caller_callee} each.
 */
final class NezhaMetrics {
  private static final Pattern COLUMN = Pattern.compile("(.+?)\\((.*)\\)");
  private static final long MINUTE_MS = 60_000;
  private final String environment;
  private final View view;
  private final Complaints complaints;

  NezhaMetrics(String environment, View view, Complaints complaints) {
    this.environment = environment;
    this.view = view;
    this.complaints = complaints;
  }

  /** What a file tells; nothing for a file of another kind. */
  List<Chapter> chapters(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.startsWith("source_") || name.startsWith("destination_")) {
      return byRow(file, edges(name.startsWith("source_")));
    }
    return name.contains("_metric.csv") ? byRow(file, this::ofPod) : List.of();
  }

  /** Makes the tellings of one row. */
  private interface RowReader {
    void read(Map<String, String> row, long atMs, List<Telling> out);
  }

  private List<Chapter> byRow(Path file, RowReader reader) {
    List<Telling> tellings = new ArrayList<>();
    rows(file, (row, atMs) -> reader.read(row, atMs, tellings));
    long fromMs = tellings.stream().mapToLong(Telling::atMs).min().orElse(Long.MAX_VALUE);
    return tellings.isEmpty() ? List.of() : List.of(new Chapter(fromMs, () -> tellings));
  }

  private void rows(Path file, ObjLongConsumer<Map<String, String>> use) {
    List<List<String>> rows = CsvRows.read(file, complaints);
    for (int i = 1; i < rows.size(); i++) {
      List<String> fields = rows.get(i);
      Map<String, String> row = new TreeMap<>();
      for (int c = 0; c < Math.min(rows.get(0).size(), fields.size()); c++) {
        row.put(rows.get(0).get(c), fields.get(c));
      }
      double seconds =
          CsvRows.number(row.getOrDefault("TimeStamp", row.getOrDefault("timestamp", "")));
      if (Double.isNaN(seconds)) {
        complaints.add(file, i + 1L, "no time");
      } else {
        use.accept(row, (long) (seconds * 1000));
      }
    }
  }

  private void ofPod(Map<String, String> row, long atMs, List<Telling> out) {
    String pod = row.getOrDefault("PodName", "");
    OtlpMessages message =
        new OtlpMessages(
            SignalKind.METRICS,
            Map.of("k8s.pod.name", pod, "deployment.environment.name", environment));
    row.forEach(
        (column, field) -> {
          Matcher unit = COLUMN.matcher(column);
          double value = CsvRows.number(field);
          if (column.equals("PodName") || column.startsWith("Time") || Double.isNaN(value)) {
            return;
          }
          boolean hasUnit = unit.matches();
          String metric = hasUnit ? unit.group(1) : column;
          String said = hasUnit ? unit.group(2) : "";
          message.gauge(metric, said, Map.of(), atMs, value * view.unitFactor());
        });
    if (!message.isEmpty()) {
      out.add(message.telling());
    }
  }

  private RowReader edges(boolean byCaller) {
    String metric = byCaller ? "mesh.client.duration.p50" : "mesh.server.duration.p50";
    return (row, atMs, out) ->
        numbers(row).forEach((edge, value) -> out.add(edge(edge, byCaller, metric, atMs, value)));
  }

  private Telling edge(String edge, boolean byCaller, String metric, long atMs, double value) {
    int between = edge.indexOf('_');
    String caller = edge.substring(0, between);
    String callee = edge.substring(between + 1);
    OtlpMessages message =
        new OtlpMessages(
            SignalKind.METRICS,
            Map.of(
                "service.name",
                byCaller ? caller : callee,
                "deployment.environment.name",
                environment));
    Map<String, String> other =
        Map.of(byCaller ? "peer.service" : "client.service", byCaller ? callee : caller);
    message.gauge(metric, "s", other, atMs, value * view.unitFactor());
    return message.telling();
  }

  /**
   * The time that calls lose on the way: what the caller sees less what the callee does, for the
   * rows that both sides have.
   *
   * @param folder with the two files
   */
  List<Chapter> wire(Path folder) {
    Path byCaller = folder.resolve("source_50.csv.gz");
    Path byCallee = folder.resolve("destination_50.csv.gz");
    if (!Files.exists(byCaller) || !Files.exists(byCallee)) {
      return List.of();
    }
    Map<Long, Map<String, Double>> answered = new HashMap<>();
    rows(byCallee, (row, atMs) -> answered.put(atMs / MINUTE_MS, numbers(row)));
    List<Telling> tellings = new ArrayList<>();
    rows(
        byCaller,
        (row, atMs) -> {
          Map<String, Double> other = answered.getOrDefault(atMs / MINUTE_MS, Map.of());
          numbers(row)
              .forEach(
                  (edge, seconds) -> {
                    Double less = other.get(edge);
                    if (less != null) {
                      tellings.add(
                          edge(edge, true, "mesh.wire.duration.p50", atMs, seconds - less));
                    }
                  });
        });
    long fromMs = tellings.stream().mapToLong(Telling::atMs).min().orElse(Long.MAX_VALUE);
    return List.of(new Chapter(fromMs, () -> tellings));
  }

  /** The numbers of a row by edge. */
  private static Map<String, Double> numbers(Map<String, String> row) {
    Map<String, Double> numbers = new TreeMap<>();
    row.forEach(
        (column, field) -> {
          double value = CsvRows.number(field);
          if (column.indexOf('_') > 0 && !Double.isNaN(value)) {
            numbers.put(column, value);
          }
        });
    return numbers;
  }

  static String serviceOf(String pod) {
    return PodName.workload(pod);
  }
}
