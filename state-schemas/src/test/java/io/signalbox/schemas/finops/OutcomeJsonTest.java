// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.outcomes.Outcome;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutcomeJsonTest {
  private static final String AT = "\"timestamp\":\"2025-10-01T10:00:00Z\"";
  private static final long TEN = 1_759_312_800_000L;

  private static OutcomeJson.Line read(String json, long writtenMs) {
    return OutcomeJson.read("file", 7, json.getBytes(UTF_8), writtenMs);
  }

  private static Outcome outcome(String json) {
    return Objects.requireNonNull(read(json, Long.MAX_VALUE).outcome(), json);
  }

  private static String refused(String json) {
    Refusal why = read(json, TEN).refusal();
    return why == null ? "" : why.reason();
  }

  @Test
  void allOfAnOutcomeIsRead() {
    assertEquals(
        new Outcome(
            "id x",
            "x",
            3,
            TEN,
            new Owner("acme", "support", "chat", "bot", "eu", "secret"),
            "openai",
            "gpt",
            "ticket.resolved",
            4,
            "file",
            7),
        outcome(
            "{"
                + AT
                + ",\"id\":\"x\",\"revision\":3,\"outcome\":\"ticket.resolved\",\"count\":4,"
                + "\"tenant\":\"acme\",\"team\":\"support\",\"feature\":\"chat\","
                + "\"agent\":\"bot\",\"region\":\"eu\",\"data_class\":\"secret\","
                + "\"provider\":\"openai\",\"model\":\"gpt\",\"other\":[1]}"));
  }

  @Test
  void whatIsNotToldIsOneOfNobody() {
    Outcome read = outcome("{" + AT + ",\"outcome\":\"a\",\"tenant\":\" \",\"team\":7}");
    assertEquals(1, read.count());
    assertEquals(1, read.revision());
    assertEquals(new Owner(null, "7", null, null, null, null), read.owner());
    assertEquals("file#7", read.key());
    assertNotEquals(read.key(), outcome("{" + AT + ",\"outcome\":\"a\",\"id\":\"file#7\"}").key());
  }

  @Test
  void whatIsNoOutcomeIsRefusedByName() {
    assertEquals("no JSON object", refused("{"));
    assertEquals("no JSON object", refused("[]"));
    assertEquals("timestamp is missing", refused("{\"outcome\":\"a\"}"));
    assertEquals("outcome is missing", refused("{" + AT + ",\"outcome\":\"\"}"));
    assertEquals("count is negative: -1", refused(count("-1")));
    assertEquals("count is no whole number: 1.5", refused(count("1.5")));
    assertEquals("count is too large: 1E+30", refused(count("1e30")));
    assertEquals("count is no number: \"2\"", refused(count("\"2\"")));
    assertEquals("tenant is no text: {}", refused("{" + AT + ",\"outcome\":\"a\",\"tenant\":{}}"));
    assertEquals(
        "outcome is longer than 200 characters",
        refused("{" + AT + ",\"outcome\":\"" + "a".repeat(201) + "\"}"));
    assertEquals(
        "timestamp out of range 2015 to 2059: 1999-01-01T00:00:00Z",
        refused("{\"timestamp\":\"1999-01-01T00:00:00Z\",\"outcome\":\"a\"}"));
    assertEquals(
        "timestamp is a day ahead of when it was written, 2025-10-01T10:00:00Z",
        refused("{\"timestamp\":\"2025-10-02T10:00:01Z\",\"outcome\":\"a\"}"));
    assertEquals("x", read("{\"id\":\"x\"}", TEN).id());
    assertEquals("", refused(count("0")));
    assertEquals("", refused(count("2.0")));
  }

  private static String count(String count) {
    return "{" + AT + ",\"outcome\":\"a\",\"count\":" + count + "}";
  }
}
