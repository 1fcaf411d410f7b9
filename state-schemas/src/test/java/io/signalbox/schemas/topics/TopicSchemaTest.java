// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.signalbox.schemas.json.AnyRecord;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Holds the published schemas to the records; {@code -Dsignalbox.update} writes them anew. */
class TopicSchemaTest {
  private static final Path SCHEMAS =
      Path.of(
          System.getProperty("signalbox.root", ".."), "state-schemas/src/main/resources/schemas");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Map<String, JsonSchema> VALIDATORS =
      Topics.ALL.stream().collect(Collectors.toMap(Topic::name, TopicSchemaTest::validator));

  @Example
  void everyTopicHasItsSchemaAndNoSchemaIsLeftOver() throws IOException {
    Set<String> names = new HashSet<>();
    for (Topic<?> topic : Topics.ALL) {
      Path file = SCHEMAS.resolve(topic.name() + ".schema.json");
      if (System.getProperty("signalbox.update") != null) {
        Files.writeString(file, SchemaWriter.of(topic));
      }
      names.add(file.getFileName().toString());
      assertEquals(
          SchemaWriter.of(topic), Files.readString(file), "-Dsignalbox.update if it is meant");
    }
    try (var files = Files.list(SCHEMAS)) {
      assertEquals(names, files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Provide
  Arbitrary<Tuple2<Topic<?>, Object>> records() {
    return Arbitraries.of(Topics.ALL)
        .flatMap(topic -> AnyRecord.of(topic.type()).map(item -> Tuple.of(topic, (Object) item)));
  }

  @Property(tries = 300)
  void everyRecordFitsTheSchemaOfItsTopic(@ForAll("records") Tuple2<Topic<?>, Object> any)
      throws IOException {
    JsonNode json = MAPPER.readTree(RecordJson.write(any.get2()));

    assertEquals(Set.of(), validate(any.get1(), json));
    assertEquals(keys(MAPPER.readTree(SchemaWriter.of(any.get1())).get("properties")), keys(json));
  }

  @Property(tries = 100)
  void aRecordThatLacksAKeyOrHasAWrongTypeDoesNotFit(
      @ForAll("records") Tuple2<Topic<?>, Object> any) throws IOException {
    ObjectNode json = (ObjectNode) MAPPER.readTree(RecordJson.write(any.get2()));
    for (String key : keys(json)) {
      assertFalse(validate(any.get1(), json.deepCopy().without(key)).isEmpty(), key);
      assertFalse(validate(any.get1(), json.deepCopy().set(key, odd())).isEmpty(), key);
    }
  }

  @Example
  void namesKeysAndCleanupAreAsPublished() {
    assertEquals(
        List.of(
            "episodes DELETE progress",
            "suspicions DELETE progress",
            "symptoms DELETE progress",
            "edges DELETE progress",
            "changes DELETE progress",
            "dead-letters DELETE",
            "telemetry-quality DELETE",
            "gen-ai DELETE progress",
            "incidents COMPACT",
            "incident-events DELETE",
            "incident-windows COMPACT",
            "incident-feedback DELETE",
            "incident-questions DELETE",
            "incident-answers DELETE",
            "incident-measures COMPACT",
            "objective-windows DELETE progress",
            "late DELETE",
            "feedback DELETE",
            "incident-outcomes DELETE",
            "pattern-matches DELETE",
            "pattern-verdicts DELETE",
            "symptom-verdicts DELETE",
            "quality-rates DELETE",
            "quality-shapes DELETE",
            "drift-episodes DELETE",
            "answer-labels DELETE",
            "model-predictions DELETE",
            "decision-impact DELETE",
            "agent-decisions DELETE",
            "decision-outcomes DELETE",
            "charges DELETE",
            "cost-totals COMPACT",
            "cost-aggregates COMPACT",
            "showback COMPACT",
            "refused-usages DELETE",
            "price-quarantine COMPACT",
            "budget-alerts DELETE",
            "budget-states COMPACT",
            "cost-episodes DELETE",
            "workload-advice COMPACT"),
        Topics.ALL.stream()
            .map(t -> t.name() + " " + t.cleanup() + (t.progress() ? " progress" : ""))
            .toList());
  }

  /** A value of a type that no key has. */
  private static JsonNode odd() {
    return MAPPER.createArrayNode().add(MAPPER.createArrayNode());
  }

  private static Set<ValidationMessage> validate(Topic<?> topic, JsonNode json) {
    return Objects.requireNonNull(VALIDATORS.get(topic.name()))
        .validate(json, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private static JsonSchema validator(Topic<?> topic) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaWriter.of(topic));
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
