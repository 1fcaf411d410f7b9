// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.signalbox.analytics.patterns.EventField;
import io.signalbox.patterns.Samples;
import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.flinkcep.SharedSubset;
import io.signalbox.patterns.linting.Linter;
import io.signalbox.patterns.linting.Vocabulary;
import io.signalbox.patterns.testing.AutomatonEngine;
import io.signalbox.patterns.testing.Engine;
import io.signalbox.patterns.testing.FlinkCepEngine;
import io.signalbox.patterns.testing.PatternTest;
import io.signalbox.patterns.testing.Runner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ships: every pattern is good by every measure that there is. */
class CatalogueTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private final Catalogue catalogue = read();

  @Test
  void everyPatternOfTheCatalogueCanBeReadAndNothingIsWrongWithIt() {
    assertEquals(List.of(), catalogue.problems());
    assertTrue(catalogue.documents().size() >= 7);
    for (PatternDocument document : catalogue.documents()) {
      assertEquals(List.of(), Linter.lint(Vocabulary.shipped(), document));
    }
  }

  @Test
  void everyPatternPassesItsTestsOverTheAutomaton() {
    catalogue.documents().forEach(document -> run(document, new AutomatonEngine()));
  }

  @Test
  void whatFlinkCepMeansTheSamePassesItsTestsThereToo() {
    catalogue.documents().stream()
        .filter(document -> document.pattern().stages().size() > 0 && isShared(document))
        .forEach(document -> run(document, new FlinkCepEngine()));
  }

  @Test
  void everyPatternCarriesEnoughTestsItsSourceAndARunbook() {
    for (PatternDocument document : catalogue.documents()) {
      String id = document.pattern().id();
      List<PatternTest> tests = document.tests();
      long positive = tests.stream().filter(test -> test.expect().count() > 0).count();
      long ordered = tests.stream().filter(test -> !test.arrives().isEmpty()).count();
      assertTrue(positive >= 3, id);
      assertTrue(tests.size() - positive >= 3, id);
      assertTrue(ordered >= 1, id);
      assertFalse(document.metadata().source().isEmpty(), id);
      Path root = Samples.catalogue().resolve("../..");
      assertTrue(Files.exists(root.resolve(document.pattern().emit().runbook())), id);
    }
  }

  @Test
  void theSchemaForEditorsTakesTheCatalogueAndRefusesWhatTheReaderRefuses() throws IOException {
    JsonSchema schema = schema();
    for (PatternDocument document : catalogue.documents()) {
      JsonNode tree = YAML.readTree(Path.of(document.file()).toFile());
      assertEquals(List.of(), List.copyOf(schema.validate(tree)), document.file());
      ((ObjectNode) tree.get("spec")).put("withn", "5m");
      assertFalse(schema.validate(tree).isEmpty());
    }
    for (String wrong : List.of("key: servce", "bound: 0", "skip: NEVER", "within: soon")) {
      String text = Samples.DEPLOY.replace("within: 15m", wrong).replace("  key: service\n", "");
      assertFalse(schema.validate(YAML.readTree(text)).isEmpty(), wrong);
      assertTrue(PatternReader.read("sample.yaml", text).document().isEmpty(), wrong);
    }
  }

  @Test
  void theSchemaKnowsEveryFieldOfAnEvent() throws IOException {
    JsonNode fields =
        schema().getSchemaNode().at("/properties/tests/items/properties/events/items/properties");

    for (EventField field : EventField.values()) {
      assertTrue(fields.has(field.label()), field.label());
    }
    assertEquals(EventField.values().length + 2, fields.size());
  }

  private static void run(PatternDocument document, Engine engine) {
    Runner runner = new Runner(engine);
    for (PatternTest test : document.tests()) {
      assertEquals(
          Optional.empty(), runner.run(document.pattern(), test), document.file() + test.name());
    }
  }

  private static boolean isShared(PatternDocument document) {
    try {
      SharedSubset.check(document.pattern());
      return true;
    } catch (UnsupportedPattern other) {
      return false;
    }
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream in =
        PatternReader.class.getResourceAsStream("/schemas/failure-pattern.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }

  private static Catalogue read() {
    try {
      return Catalogue.read(Samples.catalogue());
    } catch (IOException problem) {
      throw new AssertionError(problem);
    }
  }
}
