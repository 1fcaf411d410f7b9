// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.signalbox.analytics.finops.CatalogueEntry;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceField;
import io.signalbox.analytics.finops.PriceNote;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a price catalogue in the form of LiteLLM; the texts of numbers stay what they are. */
public final class CatalogueJson {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /** Entries that explain the form and are no models. */
  private static final Set<String> NO_MODELS = Set.of("sample_spec", "fallback_generalizations");

  private final PriceBook.Writer book;

  private CatalogueJson(PriceBook.Writer book) {
    this.book = book;
  }

  /**
   * Reads a catalogue into a book.
   *
   * @throws IOException if the file cannot be read or is no JSON object
   */
  public static void read(Path file, PriceBook.Writer book) throws IOException {
    try (BufferedReader text = TextLines.open(file);
        JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException(file + ": no JSON object of models");
      }
      CatalogueJson reader = new CatalogueJson(book);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        reader.model(in.currentName(), in);
      }
    }
  }

  private void model(String model, JsonParser in) throws IOException {
    JsonToken start = in.nextToken();
    if (start != JsonToken.START_OBJECT || NO_MODELS.contains(model)) {
      if (start != JsonToken.START_OBJECT) {
        book.add(new PriceNote(model, "", in.getText(), "no object of prices"));
      }
      in.skipChildren();
      return;
    }
    Map<String, String> prices = new HashMap<>();
    List<CatalogueEntry.Range> ranges = new ArrayList<>();
    String provider = null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String field = in.currentName();
      JsonToken value = in.nextToken();
      if (field.equals("tiered_pricing") && value == JsonToken.START_ARRAY) {
        ranges(model, in, ranges);
      } else if (PriceField.isCost(field)) {
        price(model, field, in, prices);
      } else if (field.equals("litellm_provider") && value == JsonToken.VALUE_STRING) {
        provider = in.getText();
      } else {
        in.skipChildren();
      }
    }
    book.add(new CatalogueEntry(model, provider, prices, ranges));
  }

  private void price(String model, String field, JsonParser in, Map<String, String> prices)
      throws IOException {
    switch (in.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> prices.put(field, in.getText());
      case START_OBJECT -> {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          String inner = field + "." + in.currentName();
          in.nextToken();
          price(model, inner, in, prices);
        }
      }
      case VALUE_NULL -> {} // no price is said
      default -> {
        book.add(new PriceNote(model, field, in.getText(), "not priced: no number"));
        in.skipChildren();
      }
    }
  }

  private void ranges(String model, JsonParser in, List<CatalogueEntry.Range> ranges)
      throws IOException {
    while (in.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> prices = new HashMap<>();
      List<Double> bounds = new ArrayList<>();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String field = in.currentName();
        JsonToken value = in.nextToken();
        if (field.equals("range") && value == JsonToken.START_ARRAY) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            bounds.add(in.getValueAsDouble(Double.NaN)); // a count of tokens, no money
          }
        } else if (PriceField.isCost(field)) {
          price(model, field, in, prices);
        } else {
          in.skipChildren();
        }
      }
      if (bounds.size() == 2 && bounds.get(0) >= 0 && bounds.get(1) > bounds.get(0)) {
        long above = bounds.get(0).longValue();
        ranges.add(new CatalogueEntry.Range(above, bounds.get(1).longValue(), prices));
      } else {
        book.add(
            new PriceNote(
                model, "tiered_pricing", "" + prices, "not priced: no range of input tokens"));
      }
    }
  }
}
