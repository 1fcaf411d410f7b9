// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Provide
  Arbitrary<Tuple2<Topic<?>, Object>> records() {
    return Arbitraries.of(Topics.ALL)
        .flatMap(topic -> AnyRecord.of(topic.type()).map(item -> Tuple.of(topic, (Object) item)));
  }

  @Property(tries = 300)
  void everyRecordReadBackIsWrittenTheSame(@ForAll("records") Tuple2<Topic<?>, Object> any)
      throws IOException {
    byte[] json = RecordJson.write(any.get2());

    Object back = RecordJson.read(json, any.get1().type());

    assertArrayEquals(json, RecordJson.write(back));
    if (!any.get1().equals(Topics.DEAD_LETTERS)) { // arrays are equal by identity
      assertEquals(any.get2(), back);
    }
  }

  @Property(tries = 300)
  void aRecordIsOneLine(@ForAll("records") Tuple2<Topic<?>, Object> any) {
    assertEquals(-1, new String(RecordJson.write(any.get2()), UTF_8).indexOf('\n'));
  }

  @Test
  void aChangeHasTheseVeryBytes() {
    Change change =
        new Change(
            "c1", NOON.plusNanos(1_999_999), "prod", "cart", "deployed", "v2", null, "ci", false);

    assertEquals(
        "{\"id\":\"c1\",\"at\":\"2026-01-01T12:00:00.001Z\",\"environment\":\"prod\","
            + "\"service\":\"cart\",\"kind\":\"deployed\",\"version\":\"v2\","
            + "\"previous_version\":null,\"source\":\"ci\",\"description\":null,\"inferred\":false}",
        text(change));
  }

  @Test
  void anIncidentHasEveryKeyThatTheEvaluationNames() throws IOException {
    JsonNode json = new ObjectMapper().readTree(RecordJson.write(incident()));

    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    assertEquals(
        List.of(
            "id revision status environment started_at opened_at updated_at resolved_at title"
                .split(" ")),
        keys.subList(0, 9));
    assertEquals(
        List.of(
            ("severity services suspects onset_at owner class changes blast_radius similar"
                    + " merged_into recommendations telemetry_score split_from silenced_by"
                    + " objectives money_at_risk")
                .split(" ")),
        keys.subList(9, keys.size()));
    assertEquals("reopened", json.get("status").asText());
    assertEquals("saturation", json.get("class").asText());
  }

  @Test
  void doublesHaveTheirShortestForm() {
    Evidence evidence = new Evidence("errors", "GET /", NOON, "all fail", 0.1, 1e22, 1e-300, -0.0);

    assertEquals(
        "{\"kind\":\"errors\",\"subject\":\"GET /\",\"since\":\"2026-01-01T12:00:00.000Z\","
            + "\"statement\":\"all fail\",\"value\":0.1,\"expected\":1.0E22,"
            + "\"p_value\":1.0E-300,\"weight\":-0.0}",
        text(evidence));
  }

  @Test
  void whatIsNoNumberBecomesNullAndNullNaN() throws IOException {
    for (double odd : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1 / 0.0}) {
      byte[] json = RecordJson.write(new Evidence("", "", NOON, "", odd, 0, 0, 0));

      assertTrue(new ObjectMapper().readTree(json).get("value").isNull());
      assertEquals(Double.NaN, RecordJson.read(json, Evidence.class).value());
    }
  }

  @Test
  void mapsAreSortedByKey() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String key : "zeta gen_ai.b gen_ai.a Alpha".split(" ")) {
      attributes.put(key, "1");
    }
    String json =
        text(new GenAiEvent("span", NOON, "", "bot", "chat", null, null, 7, false, attributes));

    assertEquals(
        "\"duration_us\":7,\"error\":false,\"attributes\":"
            + "{\"Alpha\":\"1\",\"gen_ai.a\":\"1\",\"gen_ai.b\":\"1\",\"zeta\":\"1\"}}",
        json.substring(json.indexOf("\"duration_us\"")));
  }

  @Test
  void bytesAreBase64AndALoneSurrogateIsAQuestionMark() {
    DeadLetter letter = new DeadLetter("malformed", "\ud800", "t", 0, 1, null, new byte[] {-1, 62});

    assertEquals(
        "{\"reason\":\"malformed\",\"detail\":\"?\",\"topic\":\"t\",\"partition\":0,\"offset\":1,"
            + "\"service\":null,\"bytes\":\"/z4=\"}",
        text(letter));
  }

  @Test
  void aTurkishMachineWritesTheSame() {
    Locale before = Locale.getDefault();
    String here = text(incident());
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertEquals(here, text(incident()));
      assertEquals("\"edge_wire\"", text(EpisodeKind.EDGE_WIRE));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aReaderSkipsWhatItDoesNotKnowAndTakesWhatIsMissingAsNothing() throws IOException {
    byte[] json = "{\"id\":\"c\",\"color\":{\"deep\":[1]},\"inferred\":true}".getBytes(UTF_8);

    Change change = RecordJson.read(json, Change.class);

    assertEquals("c", change.id());
    assertEquals(null, change.at());
  }

  @Test
  void whatIsNotTheRecordIsRefused() {
    for (String bad : List.of("", "null", "[]", "{", "{\"at\":\"yesterday\"}", "{\"at\":1}")) {
      assertThrows(
          IOException.class, () -> RecordJson.read(bad.getBytes(UTF_8), Change.class), bad);
    }
  }

  private static Incident incident() {
    return new Incident(
        "i",
        3,
        IncidentStatus.REOPENED,
        "",
        NOON,
        NOON,
        NOON,
        null,
        "title",
        "minor",
        List.of(),
        List.of(),
        NOON,
        null,
        "saturation",
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  private static String text(Object item) {
    return new String(RecordJson.write(item), UTF_8);
  }
}
