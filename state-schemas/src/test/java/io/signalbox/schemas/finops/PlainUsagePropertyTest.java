// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.UsageDraft;
import io.signalbox.analytics.finops.UsageReading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainUsagePropertyTest {
  private static final String PLAIN =
      "{\"timestamp\":\"2025-09-01T00:00:00Z\",\"tenant\":\"t\",\"team\" : 7,"
          + "\"gen_ai.request.model\":\"m\",\"gen_ai.response.id\":\"r1\", \"other\":\"o\","
          + "\"gen_ai.usage.input_tokens\":70,\"gen_ai.usage.cache_read.input_tokens\":30,"
          + "\"gen_ai.usage.output_tokens\":0,\"revision\":2} ";
  private static final List<String> ODD =
      List.of(
          "\"",
          "\\",
          "\\n",
          "\\u0041",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          " ",
          "\t",
          "\n",
          "\u0000",
          "-",
          ".",
          "e",
          "0",
          "1",
          "999999999999999999",
          "1000000000000000000",
          "true",
          "null",
          "NaN",
          "\u007f",
          "\u00e9",
          "\u20ac",
          "x",
          "usage.",
          "gen_ai.usage.",
          "\"tenant\":\"u\",",
          "\"usage.wishes\":1,",
          "\"usage.input_excludes_cache\":1,",
          "\"usage.calls\":3,",
          "\"usage.largest_input_tokens\":40,",
          "\"cost\":3,",
          "/**/");

  private final UsageJson json = new UsageJson(new UsageReading(new ExchangeRates()));

  /** What a line says, in words that are equal for equal readings alone. */
  private static String said(UsageJson.Line line) {
    String why = line.refusal() == null ? "" : line.refusal().reason();
    if (why.startsWith("no JSON object")) {
      return "damaged"; // parsers of bytes and of texts say so in other words
    }
    boolean aside = line.refusal() != null && line.refusal().quarantined();
    return line.id() + "|" + line.usage() + "|" + why + "|" + aside;
  }

  private void isReadAlike(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    assertEquals(said(json.read(text, 4)), said(json.read(line, 4)), text);
  }

  /** The reader of bytes knows texts of earlier lines: all lines of a test go through the same. */
  @Property(tries = 3000)
  void aLineSaysTheSameToBothReadersHoweverItIsDamaged(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder line = new StringBuilder(PLAIN);
    for (int left = random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(line.length());
      int to = Math.min(line.length(), at + (random.nextInt(3) == 0 ? random.nextInt(20) : 0));
      line.replace(at, to, random.nextInt(5) == 0 ? "" : ODD.get(random.nextInt(ODD.size())));
    }
    isReadAlike(line.toString().getBytes(StandardCharsets.UTF_8));
    isReadAlike(line.substring(0, random.nextInt(line.length() + 1)).getBytes(ISO_8859_1));
  }

  /** The reader of bytes expects keys where they stood in earlier lines. */
  @Property(tries = 1000)
  void keysSayTheSameInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> fields =
        new ArrayList<>(List.of(PLAIN.substring(1, PLAIN.length() - 2).split(",")));
    Collections.shuffle(fields, random);
    List<String> some = fields.subList(0, 1 + random.nextInt(fields.size()));
    isReadAlike(("{" + String.join(",", some) + "}").getBytes(ISO_8859_1));
  }

  @Test
  void thePlainFormNeedsNoParser() {
    assertTrue(new PlainUsage().read(PLAIN.getBytes(ISO_8859_1), new UsageDraft()));
  }

  @Test
  void textsThatMeetOnOnePlaceStayApart() {
    for (int i = 0; i < 20_000; i++) {
      String tenant = "tenant-" + i;
      byte[] line = PLAIN.replace("\"t\"", '"' + tenant + '"').getBytes(ISO_8859_1);
      assertTrue(said(json.read(line, 1)).contains("tenant=" + tenant + ","), tenant);
    }
  }
}
