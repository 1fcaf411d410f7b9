// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps the last revision of each sum by period and dimension and of each row of showback, as a
 * reader of their topics does, and says them in lines that can be compared with those of files and
 * tables: numbers without trailing zeros, times in UTC, and nothing of how often it was told.
 */
public final class LatestSums {
  private static final Set<String> OF_RECORDS = Set.of("charges", "revision", "updated_at");

  private static final ObjectMapper EXACT =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final Map<String, CostAggregate> sums = new HashMap<>();
  private final Map<String, ShowbackRow> months = new HashMap<>();

  /** None yet. */
  public LatestSums() {}

  /** Takes a revision of a sum, in any order. */
  public void add(CostAggregate sum) {
    String key = String.join("\n", sum.window(), "" + sum.startAt(), sum.dimension(), sum.value());
    sums.merge(key, sum, (old, next) -> next.revision() > old.revision() ? next : old);
  }

  /** Takes a revision of a row of showback, in any order. */
  public void add(ShowbackRow row) {
    String key = row.startAt() + "\n" + row.tenant();
    months.merge(key, row, (old, next) -> next.revision() > old.revision() ? next : old);
  }

  /** A line for each sum of any charge or outcome and for each row, sorted. */
  public List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (CostAggregate sum : sums.values()) {
      if (sum.charges() != 0 || sum.outcomes() != null) {
        lines.add(line(EXACT.readTree(RecordJson.write(sum))));
      }
    }
    for (ShowbackRow row : months.values()) {
      lines.add(line(EXACT.readTree(RecordJson.write(row))));
    }
    return sorted(lines);
  }

  /** The same lines of files, as {@link AggregateJson} writes them. */
  public static List<String> of(Path... files) throws IOException {
    List<String> objects = new ArrayList<>();
    for (Path file : files) {
      objects.addAll(Files.readAllLines(file));
    }
    return of(objects);
  }

  /** The same lines of objects of JSON. */
  public static List<String> of(Collection<String> objects) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String object : objects) {
      lines.add(line(EXACT.readTree(object)));
    }
    return sorted(lines);
  }

  private static List<String> sorted(List<String> lines) {
    return lines.stream().sorted().toList();
  }

  /** What it says, whether numbers stand in it as texts or not. */
  private static String line(JsonNode json) {
    TreeMap<String, String> values = new TreeMap<>();
    json.properties()
        .forEach(
            one -> {
              if (!one.getValue().isNull() && !OF_RECORDS.contains(one.getKey())) {
                values.put(one.getKey(), value(one.getValue()));
              }
            });
    values.remove("compute_seconds", "0");
    values.computeIfPresent("start_at", (key, text) -> Instant.parse(text).toString());
    return values.toString();
  }

  private static String value(JsonNode node) {
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(line(part)));
      return parts.toString();
    }
    String text = node.asText();
    return text.matches("-?[0-9.]+(E-?[0-9]+)?")
        ? TotalsJson.money(new BigDecimal(text))
        : text.replace("+00:00", "Z"); // as PostgreSQL writes UTC
  }
}
