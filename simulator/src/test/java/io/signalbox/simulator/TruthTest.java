// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.simulator.faults.EventSpan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthTest {
  @Test
  void theTruthNamesCulpritVersionTimesVictimsAndOptions() throws IOException {
    SimulationOptions options =
        Recording.options(12, "10m", 9, "bad-deploy:payment@2m+3m", "provider-429@6m+90s");
    Truth truth = Simulation.run(options, (topic, at, record) -> {});
    assertEquals(truth, Simulation.foretell(options));
    JsonNode json = new ObjectMapper().readTree(truth.toJson());
    assertEquals(9, json.get("seed").asInt());
    assertEquals("10m", json.get("options").get("duration").asText());
    assertEquals("bad-deploy:payment@2m+3m", json.get("options").get("faults").get(0).asText());
    JsonNode deploy = json.get("faults").get(0);
    assertEquals("bad-deploy", deploy.get("kind").asText());
    assertEquals("payment", deploy.get("node").asText());
    assertEquals("2.4.0", deploy.get("version").asText());
    assertEquals("2026-01-05T08:02:00Z", deploy.get("started_at").asText());
    assertEquals("2026-01-05T08:05:00Z", deploy.get("ended_at").asText());
    assertEquals("[\"checkout\",\"frontend\"]", deploy.get("victims").toString());
    JsonNode limit = json.get("faults").get(1);
    assertEquals("api.openai.com", limit.get("node").asText());
    assertTrue(limit.get("version").isNull());
    assertEquals("2026-01-05T08:07:30Z", limit.get("ended_at").asText());
  }

  @Test
  void optionsOutOfRangeAreNamed() {
    assertSaid("services", () -> options(9, 1, "1h", SimulationOptions.START));
    assertSaid("services", () -> options(100_001, 1, "1h", SimulationOptions.START));
    assertSaid("rate", () -> options(12, 0, "1h", SimulationOptions.START));
    assertSaid("rate", () -> options(12, Double.NaN, "1h", SimulationOptions.START));
    assertSaid("duration", () -> options(12, 1, "0s", SimulationOptions.START));
    assertSaid("start", () -> options(12, 1, "1h", Instant.EPOCH));
  }

  private static void options(int services, double rate, String duration, Instant start) {
    Duration length = EventSpan.parse(duration);
    new SimulationOptions(services, rate, length, start, 1, List.of());
  }

  private static void assertSaid(String option, Runnable make) {
    String said =
        String.valueOf(assertThrows(IllegalArgumentException.class, make::run).getMessage());
    assertTrue(said.startsWith(option), said);
  }
}
