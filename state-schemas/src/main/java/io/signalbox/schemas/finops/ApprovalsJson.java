// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads what people said of prices that wait, one JSON object a line: {@code model}, {@code field},
 * {@code effective_at} (which price; without it the one that waits), {@code approved_at} (when it
 * was said; without it as soon as the price was known), {@code decision} ({@code approve}, the
 * default, or {@code reject}).
 */
public final class ApprovalsJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApprovalsJson() {}

  /**
   * Reads approvals.
   *
   * @param faults told of every line that is none
   * @throws IOException if the file cannot be read
   */
  public static List<PriceEvent> read(Path file, Consumer<String> faults) throws IOException {
    List<PriceEvent> all = new ArrayList<>();
    try (BufferedReader in = TextLines.open(file)) {
      String text;
      for (int line = 1; (text = in.readLine()) != null; line++) {
        try {
          if (!text.isBlank()) {
            all.add(event(JSON.readTree(text)));
          }
        } catch (IOException | Refusal bad) {
          faults.accept(file + ":" + line + ": no approval: " + bad.getMessage());
        }
      }
    }
    return all;
  }

  static PriceEvent event(JsonNode said) throws Refusal {
    String effective = said.path("effective_at").asText("");
    String approved = said.path("approved_at").asText(effective);
    String decision = said.path("decision").asText("approve");
    String model = said.path("model").asText("");
    String field = said.path("field").asText("");
    if (model.isEmpty() || field.isEmpty() || approved.isEmpty()) {
      throw new Refusal("model, field, and effective_at or approved_at are needed");
    }
    if (!decision.equals("approve") && !decision.equals("reject")) {
      throw new Refusal("decision is neither approve nor reject: " + decision);
    }
    Long meant = effective.isEmpty() ? null : UsageTime.parse(effective);
    long at = UsageTime.parse(approved);
    return new PriceEvent(
        meant == null ? at : Math.max(at, meant),
        model,
        field,
        null,
        null,
        new PriceEvent.Judgement(decision.equals("approve"), meant));
  }
}
