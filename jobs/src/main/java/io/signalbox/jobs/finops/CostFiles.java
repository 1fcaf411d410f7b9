// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads what the command {@code cost} has written, for a page. */
public final class CostFiles {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CostFiles() {}

  /**
   * Reads a folder.
   *
   * @throws IOException if a file cannot be read
   */
  public static CostData read(Path folder) throws IOException {
    List<CostData.Sum> sums = new ArrayList<>();
    List<CostData.OutcomeLine> outcomes = new ArrayList<>();
    each(
        folder.resolve("aggregates.jsonl"),
        line -> {
          if (line.path("window").asText().equals("month")) {
            line.path("outcomes").forEach(one -> outcomes.add(outcome(line, one)));
          } else if (!onlyOutcomes(line)) {
            sums.add(sum(line));
          }
        });
    Map<String, CostData.BudgetLine> budgets = new LinkedHashMap<>(); // the last period of each
    each(
        folder.resolve("budgets.jsonl"),
        line -> budgets.put(line.path("budget").asText(), budget(line)));
    List<CostData.Unusual> unusual = new ArrayList<>();
    each(folder.resolve("anomalies.jsonl"), line -> unusual.add(unusual(line)));
    return new CostData(sums, outcomes, List.copyOf(budgets.values()), unusual);
  }

  private static void each(Path file, Consumer<JsonNode> to) throws IOException {
    if (Files.exists(file)) { // budgets are not always wanted
      try (Stream<String> lines = Files.lines(file)) {
        lines.map(CostFiles::json).forEach(to);
      }
    }
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CostData.Sum sum(JsonNode line) {
    return new CostData.Sum(
        line.path("window").asText(),
        time(line, "start_at"),
        line.path("dimension").asText(),
        line.path("value").asText(),
        money(line, "as_corrected"),
        line.path("requests").asLong());
  }

  /** Whether nothing was used there: then it has no place in plots of what was. */
  private static boolean onlyOutcomes(JsonNode line) {
    boolean cost = money(line, "as_corrected").signum() != 0;
    return line.has("outcomes") && !cost && line.path("requests").asLong() == 0;
  }

  private static CostData.OutcomeLine outcome(JsonNode line, JsonNode one) {
    return new CostData.OutcomeLine(
        time(line, "start_at"),
        line.path("dimension").asText(),
        line.path("value").asText(),
        one.path("outcome").asText(),
        one.path("count").asLong(),
        money(one, "cost_each"));
  }

  private static CostData.BudgetLine budget(JsonNode line) {
    JsonNode forecast = line.path("forecast");
    boolean known = forecast.isObject();
    return new CostData.BudgetLine(
        line.path("budget").asText(),
        time(line, "start_at"),
        time(line, "end_at"),
        money(line, "amount"),
        money(line, "as_corrected"),
        known ? money(forecast, "expected") : null,
        known ? money(forecast, "lower") : null,
        known ? money(forecast, "upper") : null);
  }

  private static CostData.Unusual unusual(JsonNode line) {
    return new CostData.Unusual(
        time(line, "from_at"),
        time(line, "to_at"),
        line.path("dimension").asText(),
        line.path("value").asText(),
        line.path("metric").asText(),
        line.path("direction").asText(),
        line.path("driver").asText(),
        money(line, "cost"),
        money(line, "expected"));
  }

  private static Instant time(JsonNode line, String key) {
    return Instant.parse(line.path(key).asText());
  }

  private static BigDecimal money(JsonNode line, String key) {
    return new BigDecimal(line.path(key).asText());
  }
}
