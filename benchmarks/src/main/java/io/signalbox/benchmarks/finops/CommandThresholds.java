// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import com.fasterxml.jackson.databind.JsonNode;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.schemas.finops.HeldThresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Reads which thresholds were reached of what the command for files says of budgets. */
final class CommandThresholds {
  private CommandThresholds() {}

  /** A line for each threshold, as {@link HeldThresholds} has them. */
  static List<String> read(Path file) throws IOException {
    HeldThresholds held = new HeldThresholds();
    for (String line : Files.readAllLines(file)) {
      JsonNode budget = BenchResults.json().readTree(line);
      for (JsonNode one : budget.get("thresholds")) {
        held.add(
            budget.get("budget").asText(),
            time(budget.get("start_at")),
            one.get("percent").asLong(),
            time(one.get("crossed_at")),
            one.get("by").asText(),
            one.get("spent").asText());
      }
    }
    return held.lines();
  }

  private static Instant time(JsonNode text) {
    return Instant.parse(text.asText());
  }
}
