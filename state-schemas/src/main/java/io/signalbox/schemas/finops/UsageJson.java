// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageDraft;
import io.signalbox.analytics.finops.UsageReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads usage events, one JSON object a line, under the attribute names of OpenTelemetry GenAI. One
 * for each thread.
 */
public final class UsageJson {
  private static final int MOST_SHARED = 100_000;
  private final JsonFactory json =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private final UsageReading reading;
  private final PlainUsage plain = new PlainUsage();
  private final UsageDraft draft = new UsageDraft();
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
    return read(() -> json.createParser(text), number);
  }

  /** Reads a line of UTF-8; bytes that are none become replacement characters. */
  public Line read(byte[] line, long number) {
    if (plain.read(line, draft.clear())) {
      return read(number);
    }
    return isAscii(line)
        ? read(() -> json.createParser(line), number)
        : read(new String(line, StandardCharsets.UTF_8), number);
  }

  private static boolean isAscii(byte[] line) {
    for (byte b : line) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private interface Opening {
    JsonParser open() throws IOException;
  }

  private Line read(Opening line, long number) {
    draft.clear();
    try {
      Refusal first = fill(line);
      return first == null ? read(number) : new Line(draft.id(), null, first);
    } catch (IOException damaged) {
      return new Line(draft.id(), null, new Refusal("no JSON object: " + reason(damaged)));
    }
  }

  private Line read(long number) {
    try {
      return new Line(draft.id(), reading.read(draft, number), null);
    } catch (Refusal refused) {
      return new Line(draft.id(), null, refused);
    }
  }

  private @Nullable Refusal fill(Opening line) throws IOException {
    Refusal first = null;
    try (JsonParser in = line.open()) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return new Refusal("no JSON object");
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String key = in.currentName();
        JsonToken value = in.nextToken();
        try {
          put(key, value, in);
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

  private void put(String key, JsonToken value, JsonParser in) throws IOException, Refusal {
    int place = UsageDraft.place(key);
    if (value.isStructStart()) {
      in.skipChildren();
    }
    if (place == UsageDraft.NOWHERE) {
      if (!UsageDraft.harmless(key)) {
        throw new Refusal("unknown key " + key);
      }
      return;
    }
    if (draft.again(place)) {
      throw new JsonParseException(in, "Duplicate field '" + key + "'");
    }
    switch (value) {
      case VALUE_NULL -> {}
      case VALUE_STRING -> draft.text(place, share(key, in.getText()));
      case VALUE_TRUE, VALUE_FALSE -> draft.flag(place, value == JsonToken.VALUE_TRUE);
      case VALUE_NUMBER_INT -> {
        if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          draft.number(place, in.getText());
        } else {
          draft.number(place, in.getLongValue());
        }
      }
      case VALUE_NUMBER_FLOAT -> draft.number(place, in.getText());
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
