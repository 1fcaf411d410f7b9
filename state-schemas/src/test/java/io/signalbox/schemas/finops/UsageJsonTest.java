// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageReading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageJsonTest {
  private final UsageJson json = new UsageJson(new UsageReading(new ExchangeRates()));

  private static String line(String more) {
    return "{\"timestamp\":\"2025-09-01T00:00:00Z\",\"gen_ai.request.model\":\"m\","
        + "\"gen_ai.response.id\":\"r1\",\"gen_ai.usage.input_tokens\":7"
        + more
        + "}";
  }

  private String reason(String text) {
    UsageJson.Line read = json.read(text, 1);
    assertNotNull(read.refusal(), text);
    return read.refusal().reason();
  }

  @Test
  void aUsageIsReadAndWhatItDoesNotCountIsPassedOver() {
    UsageJson.Line read =
        json.read(
            line(
                ",\"gen_ai.usage.output_tokens\":3,\"span\":{\"a\":[1]},\"tenant\":\"t\","
                    + "\"team\":null,\"usage.input_excludes_cache\":false"),
            4);
    Usage usage = read.usage();
    assertNotNull(usage);
    assertEquals("r1", usage.id());
    assertEquals(4, usage.line());
    assertEquals("t", usage.owner().payer());
    assertEquals("{UNCACHED_IN=7, OUT_TEXT=3}", "" + usage.quantities());
  }

  @Test
  void whatCannotBeUsedIsRefusedWithItsId() {
    Map<String, String> bad =
        Map.of(
            line(",\"gen_ai.usage.video.input_tokens\":1"), "gen_ai.usage.video.input_tokens",
            line(",\"usage.wishes\":1"), "usage.wishes",
            line(",\"gen_ai.usage.output_tokens\":NaN"), "no number",
            line(",\"gen_ai.usage.output_tokens\":1e400"), "too large",
            line(",\"gen_ai.usage.output_tokens\":true"), "no number",
            line(",\"gen_ai.usage.output_tokens\":[1]"), "list",
            line(",\"gen_ai.usage.input_tokens\":8"), "Duplicate");
    bad.forEach(
        (text, reason) -> {
          assertTrue(reason(text).contains(reason), reason(text));
          assertEquals("r1", json.read(text, 1).id());
        });
  }

  @Test
  void damagedLinesAreRefused() {
    for (String text : new String[] {"", "[]", "x", "{\"a\":1", "{} {}", "null"}) {
      assertTrue(!reason(text).isEmpty());
    }
  }
}
