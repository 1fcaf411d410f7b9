// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.Worth;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectiveFilesTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String HEAD = "apiVersion: signalbox/v1\nkind: Objectives\nobjectives:\n";
  private static final String GOOD =
      HEAD
          + """
            - id: cart-answers
              environment: prod
              service: cart
              indicator: availability
              target: 0.9990
              window: 7d
              value: {amount: "0.10", currency: EUR, per: hour}
              users_per_request: 0.5
            - id: cart-db-is-fast
              edge: {caller: cart, callee: cart-db}
              indicator: latency
              threshold: 250ms
              target: "0.99"
          """;

  private static List<String> problems(String yaml) {
    return ObjectiveFiles.read(Map.of("o.yaml", yaml)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void whatIsWrittenIsRead() {
    Map<String, Objective> read = ObjectiveFiles.read(Map.of("o.yaml", GOOD)).all().byId();
    Objective answers = Objects.requireNonNull(read.get("cart-answers"));
    assertEquals(new BigDecimal("0.0010"), answers.allowed());
    assertEquals(Duration.ofDays(7), answers.window());
    assertEquals(new Worth(new BigDecimal("0.10"), "EUR", Worth.Per.HOUR), answers.worth());
    assertEquals(new BigDecimal("0.5"), answers.usersPerRequest());
    Objective fast = Objects.requireNonNull(read.get("cart-db-is-fast"));
    assertEquals(List.of("cart", "cart-db"), List.of("" + fast.caller(), fast.service()));
    assertEquals(Indicator.LATENCY, fast.indicator());
    assertEquals(250_000, fast.thresholdUs());
    assertEquals(Duration.ofDays(28), fast.window());
    assertNull(fast.environment());
  }

  @Test
  void everythingThatIsWrongIsToldWithItsPlace() {
    assertEquals(
        List.of(
            "o.yaml:4:3: an objective has no 'service'",
            "o.yaml:4:7: an id is a lower-case letter and up to 63 letters, digits and -",
            "o.yaml:5:14: 'indicator': 'uptime' is none of availability, latency",
            "o.yaml:7:11: 'window' is from 1h to 92d",
            "o.yaml:8:32: a currency is three capital letters, such as EUR",
            "o.yaml:9:3: an objective knows no key 'tarjet': did you mean target?"),
        problems(
            HEAD
                + """
                  - id: Cart
                    indicator: uptime
                    target: 0.9
                    window: 5m
                    value: {amount: 1, currency: euro, per: request}
                    tarjet: 3
                  """));
  }

  @Test
  void aFileThatIsNoObjectivesIsRefusedAndNoneIsUsed() {
    ObjectiveFiles read =
        ObjectiveFiles.read(Map.of("o.yaml", "kind: Budgets", "p.yaml", GOOD, "q.yaml", GOOD));
    assertFalse(read.problems().isEmpty());
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, read::all);
    List<String> lines = String.valueOf(refused.getMessage()).lines().toList();
    assertTrue(lines.get(0).startsWith("o.yaml:1:"), lines::toString);
    assertTrue(
        lines.contains("q.yaml:4:5: the objective 'cart-answers' is in p.yaml, too"),
        lines::toString);
  }

  @Test
  void aFolderIsReadInTheOrderOfItsFiles(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(folder.resolve("notes.md"), "no objectives");
    assertEquals(2, ObjectiveFiles.read(folder).all().byId().size());
  }

  @Test
  void theSchemaForEditorsTakesWhatShipsAndRefusesWhatTheReaderRefuses() throws IOException {
    JsonSchema schema;
    try (InputStream in =
        ObjectiveFiles.class.getResourceAsStream("/schemas/objectives.schema.json")) {
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(Objects.requireNonNull(in));
    }
    Path shipped =
        Path.of(System.getProperty("signalbox.root", "..")).resolve("flink-conf/objectives.yaml");
    assertEquals(Set.of(), schema.validate(YAML.readTree(Files.readString(shipped))));
    assertEquals(3, ObjectiveFiles.read(shipped).all().byId().size());
    assertEquals(Set.of(), schema.validate(YAML.readTree(GOOD)));
    for (String wrong :
        List.of(
            GOOD.replace("target: 0.9990", "target: 1"),
            GOOD.replace("threshold: 250ms", ""),
            GOOD.replace("service: cart", "service: cart\n    edge: {caller: a, callee: b}"),
            GOOD.replace("indicator: availability", "indicator: uptime"),
            GOOD.replace("EUR", "euro"),
            GOOD.replace("window: 7d", "windov: 7d"))) {
      assertFalse(problems(wrong).isEmpty(), wrong);
      assertFalse(schema.validate(YAML.readTree(wrong)).isEmpty(), wrong);
    }
  }
}
