// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceField;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Refusal;
import java.io.IOException;

/**
 * Reads what is told of a price: a price under the names of the columns of a history ({@code
 * effective_at}, {@code model}, {@code field}, {@code old}, {@code new}, {@code kind}), its numbers
 * as texts or numbers; or what a person says of one that waits, as in {@link ApprovalsJson}.
 */
public final class PriceTellingJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private PriceTellingJson() {}

  /**
   * Reads one.
   *
   * @param sequence its place among what was written
   * @throws Refusal if it tells nothing that prices can be made of
   */
  public static PriceTelling read(byte[] json, long sequence) throws Refusal {
    JsonNode said;
    try {
      said = JSON.readTree(json);
    } catch (IOException damaged) {
      throw new Refusal("no JSON object");
    }
    if (!said.isObject()) {
      throw new Refusal("no JSON object");
    }
    boolean judged = said.has("decision") || said.has("approved_at");
    return new PriceTelling(sequence, judged ? ApprovalsJson.event(said) : price(said));
  }

  private static PriceEvent price(JsonNode said) throws Refusal {
    String model = said.path("model").asText("");
    String field = said.path("field").asText("");
    if (model.isEmpty() || field.isEmpty()) {
      throw new Refusal("model and field are needed");
    }
    String unpriced = PriceField.unpriced(field);
    if (unpriced != null) {
      throw new Refusal("not priced: " + field + ": " + unpriced);
    }
    return PriceHistoryCsv.event(
        said.path("effective_at").asText(""),
        model,
        field,
        said.path("old").asText(""),
        said.path("new").asText(""),
        said.path("kind").asText(""));
  }
}
