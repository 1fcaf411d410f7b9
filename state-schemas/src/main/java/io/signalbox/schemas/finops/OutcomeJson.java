// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.UsageTime;
import io.signalbox.analytics.finops.outcomes.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads outcomes, one JSON object each: {@code timestamp}, {@code id}, {@code outcome}, {@code
 * count} (1 where it is not told), {@code revision}, {@code tenant}, {@code team}, {@code feature},
 * {@code agent}, {@code region}, {@code data_class}, {@code model}, {@code provider}.
 */
public final class OutcomeJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final long DAY_MS = 86_400_000L;
  private static final long MOST = 1_000_000_000L;
  private static final int LONGEST_NAME = 200;

  private OutcomeJson() {}

  /**
   * What a line turned out to be: an outcome, or a reason why there is none.
   *
   * @param id where the line tells it
   * @param outcome or null
   * @param refusal or null
   */
  public record Line(@Nullable String id, @Nullable Outcome outcome, @Nullable Refusal refusal) {}

  /**
   * Reads one.
   *
   * @param source where it was read from
   * @param line its offset or line there
   * @param writtenMs when it was written, or {@link Long#MAX_VALUE} where nobody knows; one that
   *     claims to be more than a day after that is refused
   */
  public static Line read(String source, long line, byte[] json, long writtenMs) {
    JsonNode said;
    try {
      said = JSON.readTree(json);
    } catch (IOException damaged) {
      return new Line(null, null, new Refusal("no JSON object"));
    }
    if (!said.isObject()) {
      return new Line(null, null, new Refusal("no JSON object"));
    }
    String id = said.path("id").isValueNode() ? said.path("id").asText() : null;
    try {
      return new Line(id, outcome(said, source, line, writtenMs), null);
    } catch (Refusal why) {
      return new Line(id, null, why);
    }
  }

  private static Outcome outcome(JsonNode said, String source, long line, long writtenMs)
      throws Refusal {
    String time = text(said, "timestamp");
    String name = text(said, "outcome");
    if (time == null || name == null) {
      throw new Refusal(time == null ? "timestamp is missing" : "outcome is missing");
    }
    if (name.length() > LONGEST_NAME) {
      throw new Refusal("outcome is longer than " + LONGEST_NAME + " characters");
    }
    long atMs = UsageTime.parse(time);
    if (writtenMs != Long.MAX_VALUE && atMs - DAY_MS > writtenMs) {
      String when = Instant.ofEpochMilli(writtenMs).toString();
      throw new Refusal("timestamp is a day ahead of when it was written, " + when);
    }
    String id = text(said, "id");
    return new Outcome(
        id == null ? source + "#" + line : "id " + id,
        id,
        whole(said, "revision", Integer.MAX_VALUE),
        atMs,
        owner(said),
        text(said, "provider"),
        text(said, "model"),
        name,
        whole(said, "count", MOST),
        source,
        line);
  }

  private static Owner owner(JsonNode said) throws Refusal {
    return new Owner(
        text(said, "tenant"),
        text(said, "team"),
        text(said, "feature"),
        text(said, "agent"),
        text(said, "region"),
        text(said, "data_class"));
  }

  /** A text, or null where nothing is said; a tenant may be called 7. */
  private static @Nullable String text(JsonNode said, String key) throws Refusal {
    JsonNode value = said.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw new Refusal(key + " is no text: " + value);
    }
    String text = value.asText();
    return text.isBlank() ? null : text;
  }

  /** A whole number of zero or more; 1 where nothing is said. */
  private static long whole(JsonNode said, String key, long most) throws Refusal {
    JsonNode value = said.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return 1;
    }
    if (!value.isNumber()) {
      throw new Refusal(key + " is no number: " + value);
    }
    BigDecimal number = value.decimalValue();
    if (number.signum() < 0) {
      throw new Refusal(key + " is negative: " + value);
    }
    if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw new Refusal(key + " is too large: " + value);
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw new Refusal(key + " is no whole number: " + value);
    }
    return number.longValueExact();
  }
}
