// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the document to topics and options; {@code -Dsignalbox.update} writes it anew. */
class AsyncApiTest {
  private static final Path CONF =
      Path.of(System.getProperty("signalbox.root")).resolve("flink-conf");
  private static final Path FILE = CONF.resolve("asyncapi.yaml");

  @Test
  void theDocumentSaysWhatTopicsAndTheirOptionsAre() throws IOException {
    String generated =
        AsyncApi.of(
            TopicSpec.load(
                CONF.resolve("topics.yaml"),
                Map.of("replication", "3", "min.insync.replicas", "2")));
    if (System.getProperty("signalbox.update") != null) {
      Files.writeString(FILE, generated);
    }
    assertEquals(generated, Files.readString(FILE), "run with -Dsignalbox.update if it is meant");
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    JsonNode api = new YAMLMapper().readTree(FILE.toFile());
    for (JsonNode reference : api.findValues("$ref")) {
      String target = reference.asText();
      boolean found =
          target.startsWith("#")
              ? !api.at(target.substring(1)).isMissingNode()
              : Files.exists(CONF.resolve(target));
      assertTrue(found, target);
    }
  }

  @Test
  void allRevisionsOfIncidentsAreKeptForSevenDaysAndTheLastForGood() throws IOException {
    JsonNode kafka =
        new YAMLMapper().readTree(FILE.toFile()).at("/channels/incidents/bindings/kafka");
    JsonNode options = kafka.path("topicConfiguration");
    assertEquals("compact", options.path("cleanup.policy").path(0).asText());
    assertEquals(7L * 24 * 3600 * 1000, options.path("min.compaction.lag.ms").asLong());
  }
}
