// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.schemas.signals.SignalKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One {@code metrics.csv}: three header rows that say node, metric and statistic of each column,
 * maybe one that names the index, then a row a time.
 */
final class PetshopTable {
  private static final int HEADERS = 3;

  /** Units of the metrics that the layout knows, as OpenTelemetry writes them. */
  private static final Map<String, String> UNITS =
      Map.of("latency", "s", "availability", "%", "requests", "{request}");

  private final List<Column> columns;
  private final List<Row> rows;

  private record Column(int at, String node, String metric, String statistic) {
    String name() {
      return node + '|' + metric + '|' + statistic;
    }
  }

  private record Row(long atMs, double[] values) {}

  private PetshopTable(List<Column> columns, List<Row> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** Reads a file; null when it has no header. */
  static @Nullable PetshopTable read(Path file, Complaints complaints) {
    List<List<String>> lines = CsvRows.read(file, complaints);
    if (lines.size() <= HEADERS) {
      complaints.add(file, 1, "needs three header rows and values");
      return null;
    }
    List<Column> columns = new ArrayList<>();
    int width = lines.get(0).size();
    for (int i = 1; i < width; i++) {
      if (lines.get(1).size() == width && lines.get(2).size() == width) {
        columns.add(new Column(i, lines.get(0).get(i), lines.get(1).get(i), lines.get(2).get(i)));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = HEADERS; i < lines.size(); i++) {
      double seconds = CsvRows.number(lines.get(i).get(0));
      if (!Double.isNaN(seconds)) {
        double[] values = lines.get(i).stream().mapToDouble(CsvRows::number).toArray();
        rows.add(new Row((long) (seconds * 1000), values));
      } else if (i > HEADERS) {
        complaints.add(file, i + 1L, "no time");
      }
    }
    return new PetshopTable(columns, rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  long firstMs() {
    return rows.get(0).atMs;
  }

  long lastMs() {
    return rows.get(rows.size() - 1).atMs;
  }

  /** Usual time between two rows, milliseconds. */
  long stepMs() {
    return rows.size() < 2 ? 300_000 : rows.get(1).atMs - rows.get(0).atMs;
  }

  /** Columns that another table has too. */
  long shared(PetshopTable other) {
    List<String> names = other.columns.stream().map(Column::name).toList();
    return columns.stream().filter(column -> names.contains(column.name())).count();
  }

  /** Its rows as telemetry of an environment, each that much later. */
  List<Chapter> chapters(String environment, long laterMs, View view) {
    List<Chapter> chapters = new ArrayList<>();
    for (Row row : rows) {
      long atMs = row.atMs + laterMs;
      chapters.add(new Chapter(atMs, () -> tellings(environment, row, atMs, view)));
    }
    return chapters;
  }

  private List<Telling> tellings(String environment, Row row, long atMs, View view) {
    Map<String, OtlpMessages> byNode = new TreeMap<>();
    for (Column column : columns) {
      double value = column.at < row.values.length ? row.values[column.at] : Double.NaN;
      if (!Double.isNaN(value)) {
        byNode
            .computeIfAbsent(column.node, node -> messages(environment, node))
            .gauge(
                column.metric,
                UNITS.getOrDefault(column.metric, "1"),
                Map.of("statistic", column.statistic),
                atMs,
                value * view.unitFactor());
      }
    }
    return byNode.values().stream().map(OtlpMessages::telling).toList();
  }

  private static OtlpMessages messages(String environment, String node) {
    return new OtlpMessages(
        SignalKind.METRICS,
        Map.of("service.name", node, "deployment.environment.name", environment));
  }
}
