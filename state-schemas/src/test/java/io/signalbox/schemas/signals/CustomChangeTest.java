// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Change;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomChangeTest {
  @ParameterizedTest
  @CsvSource({
    "config, config",
    "flag, flag",
    "replicas, scaled",
    "model, model",
    "prompt, prompt",
    "index, index"
  })
  void aCustomEventTellsWhatElseWasChanged(String subject, String kind) throws MalformedTelemetry {
    Change change = read("dev.cdeventsx.anytool-" + subject + ".modified.0.1.0").orElseThrow();
    assertEquals(kind, change.kind());
    assertEquals("cart", change.service());
    assertEquals("r42", change.version());
    assertEquals("production", change.environment());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.cdeventsx.anytool-pipeline.finished.0.1.0",
        "dev.cdeventsx.config.modified.0.1.0",
        "dev.cdevents.config.modified.0.1.0"
      })
  void otherEventsArePassedOver(String type) throws MalformedTelemetry {
    assertTrue(read(type).isEmpty());
  }

  @Test
  void whatCdEventsHasAWordForKeepsIt() throws MalformedTelemetry {
    assertEquals("upgraded", read("dev.cdevents.service.upgraded.0.3.0").orElseThrow().kind());
  }

  @Test
  void aDeclaredServiceTellsItsOwnerAndAWithdrawnOneWhoItWas() throws MalformedTelemetry {
    String owner = "\"owner\":\"team-cart\"";
    Change declared = read("dev.cdeventsx.any-service.declared.0.1.0", owner).orElseThrow();
    assertEquals(Change.OWNED, declared.kind());
    assertEquals("cart", declared.service());
    assertEquals("team-cart", declared.version());
    Change withdrawn = read("dev.cdeventsx.any-service.withdrawn.0.1.0", owner).orElseThrow();
    assertNull(withdrawn.version());
    assertEquals("team-cart", withdrawn.previousVersion());
    assertNull(read("dev.cdeventsx.any-service.declared.0.1.0").orElseThrow().version());
  }

  private static Optional<Change> read(String type) throws MalformedTelemetry {
    return read(type, "\"artifactId\":\"pkg:generic/config/limits@r42\"");
  }

  private static Optional<Change> read(String type, String content) throws MalformedTelemetry {
    String json =
        "{\"context\":{\"id\":\"1\",\"type\":\""
            + type
            + "\",\"timestamp\":\"2026-01-05T08:00:00Z\"},"
            + "\"subject\":{\"id\":\"cart\",\"content\":{\"environment\":{\"id\":\"production\"},"
            + content
            + "}}}";
    return ChangeReader.read(json.getBytes(UTF_8));
  }
}
