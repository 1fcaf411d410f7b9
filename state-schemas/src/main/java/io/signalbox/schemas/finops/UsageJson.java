// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageDraft;
import io.signalbox.analytics.finops.UsageReading;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads usage events, one JSON object a line, under the attribute names of OpenTelemetry GenAI. */
public final class UsageJson {
  private static final int MOST_SHARED = 100_000;
  private final JsonFactory json =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();
  private final UsageReading reading;
  private final Map<String, String> shared = new HashMap<>();

  /** Reads with those rules. */
  public UsageJson(UsageReading reading) {
    this.reading = reading;
  }

  /**
   * What a line turned out to be: a usage, or a reason why there is none.
   *
   * @param id of the response, where the line tells it
   * @param usage or null
   * @param refusal or null
   */
  public record Line(@Nullable String id, @Nullable Usage usage, @Nullable Refusal refusal) {}

  /**
   * Reads a line.
   *
   * @param number of the line, from 1
   */
  public Line read(String text, long number) {
    UsageDraft draft = new UsageDraft();
    try {
      Refusal first = fill(draft, text);
      if (first != null) {
        throw first;
      }
      return new Line(draft.id(), reading.read(draft, number), null);
    } catch (IOException damaged) {
      return new Line(draft.id(), null, new Refusal("no JSON object: " + reason(damaged)));
    } catch (Refusal refused) {
      return new Line(draft.id(), null, refused);
    }
  }

  private @Nullable Refusal fill(UsageDraft draft, String text) throws IOException {
    Refusal first = null;
    try (JsonParser in = json.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new Refusal("no JSON object");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String key = in.currentName();
        JsonToken value = in.nextToken();
        try {
          put(draft, key, value, in);
        } catch (Refusal refused) {
          first = first == null ? refused : first; // read on: the id may come later
        }
      }
      if (in.nextToken() != null) {
        return new Refusal("no JSON object: something follows it");
      }
    }
    return first;
  }

  private void put(UsageDraft draft, String key, JsonToken value, JsonParser in)
      throws IOException, Refusal {
    boolean known = UsageDraft.known(key);
    if (value.isStructStart()) {
      in.skipChildren();
    }
    if (!known) {
      if (!UsageDraft.harmless(key)) {
        throw new Refusal("unknown key " + key);
      }
      return;
    }
    switch (value) {
      case VALUE_NULL -> {}
      case VALUE_STRING -> draft.text(key, share(key, in.getText()));
      case VALUE_TRUE, VALUE_FALSE -> draft.flag(key, value == JsonToken.VALUE_TRUE);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> draft.number(key, in.getText());
      default -> throw new Refusal(key + " is an object or a list");
    }
  }

  /** Names repeat in a million usages; ids and times do not. */
  private String share(String key, String text) {
    if (key.equals("gen_ai.response.id") || key.equals("timestamp")) {
      return text;
    }
    String same = shared.get(text);
    if (same == null && shared.size() < MOST_SHARED) {
      shared.put(text, text);
    }
    return same == null ? text : same;
  }

  private static String reason(IOException damaged) {
    String said = String.valueOf(damaged.getMessage());
    int end = said.indexOf('\n');
    return end < 0 ? said : said.substring(0, end);
  }
}
