// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.Flows;
import io.signalbox.analytics.finops.aggregates.Showback;
import io.signalbox.schemas.finops.AggregateJson;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.ShowbackRow;
import io.signalbox.schemas.finops.TotalsJson;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums by period and dimension as the command writes them, and as the job told them last. */
final class SumLines {
  private static final Set<String> OF_RECORDS = Set.of("charges", "revision", "updated_at");

  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private SumLines() {}

  /** The files {@code aggregates.jsonl} and {@code showback.jsonl} of the command. */
  static List<String> expected(List<Charge> charges, Path folder) throws IOException {
    Flows flows = new Flows();
    charges.forEach(flows::add);
    SortedMap<Aggregate, Flow> aggregates = flows.aggregates();
    Path sums = folder.resolve("aggregates.jsonl");
    AggregateJson.write(aggregates, sums);
    Path months = folder.resolve("showback.jsonl");
    AggregateJson.write(Showback.of(aggregates), months);
    List<String> lines = new ArrayList<>();
    for (Path file : List.of(sums, months)) {
      for (String line : Files.readAllLines(file)) {
        lines.add(line(EXACT.readTree(line)));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  /** The last revisions. */
  static List<String> told(Collection<CostAggregate> sums, Collection<ShowbackRow> months)
      throws IOException {
    Map<String, CostAggregate> latest = new TreeMap<>();
    for (CostAggregate one : sums) {
      String key = one.window() + one.startAt() + one.dimension() + "=" + one.value();
      latest.merge(key, one, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    latest.values().removeIf(one -> one.charges() == 0);
    Map<String, ShowbackRow> rows = new TreeMap<>();
    for (ShowbackRow one : months) {
      rows.merge(one.startAt() + one.tenant(), one, (a, b) -> a.revision() > b.revision() ? a : b);
    }
    List<Object> records = new ArrayList<>(latest.values());
    records.addAll(rows.values());
    List<String> lines = new ArrayList<>();
    for (Object one : records) {
      lines.add(line(EXACT.readTree(RecordJson.write(one))));
    }
    Collections.sort(lines);
    return lines;
  }

  /** The rows of tables, as objects of JSON. */
  static List<String> stored(List<String> sums, List<String> months) throws IOException {
    List<String> lines = new ArrayList<>();
    for (List<String> rows : List.of(sums, months)) {
      for (String row : rows) {
        lines.add(line(EXACT.readTree(row)));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  /** What it says, whether numbers stand in it as texts or not. */
  private static String line(JsonNode json) {
    TreeMap<String, String> values = new TreeMap<>();
    json.properties()
        .forEach(
            one -> {
              if (!one.getValue().isNull() && !OF_RECORDS.contains(one.getKey())) {
                values.put(one.getKey(), value(one.getValue().asText()));
              }
            });
    values.remove("compute_seconds", "0");
    values.computeIfPresent("start_at", (key, text) -> Instant.parse(text).toString());
    return values.toString();
  }

  private static String value(String text) {
    return text.matches("-?[0-9.]+(E-?[0-9]+)?")
        ? TotalsJson.money(new BigDecimal(text))
        : text.replace("+00:00", "Z"); // as PostgreSQL writes UTC
  }
}
