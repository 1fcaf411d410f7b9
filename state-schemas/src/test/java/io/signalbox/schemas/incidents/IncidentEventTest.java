// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentEventTest {
  private static Incident incident(String status, String suspects) throws IOException {
    String json =
        """
        {"id": "inc-1", "revision": 4, "status": "%s", "environment": "", "title": "cart is slow",
         "updated_at": "2026-03-01T12:00:00Z", "suspects": %s}
        """;
    return RecordJson.read(json.formatted(status, suspects).getBytes(UTF_8), Incident.class);
  }

  @ParameterizedTest
  @CsvSource({
    "open, detected",
    "reopened, detected",
    "split, detected",
    "resolved, resolved",
    "merged, resolved"
  })
  void aBeginningIsDetectedAndAnEndResolved(String status, String predicate) throws IOException {
    IncidentEvent event = IncidentEvent.of(incident(status, "[]")).orElseThrow();

    assertEquals("dev.cdevents.incident." + predicate + ".0.2.0", event.type());
    assertEquals("inc-1.4", event.id());
    assertEquals("inc-1", event.subject());
  }

  @Test
  void anUpdateIsNoEvent() throws IOException {
    assertEquals(Optional.empty(), IncidentEvent.of(incident("updated", "[]")));
  }

  @Test
  void anEventIsCloudEventsJsonWithACdEventInIt() throws IOException {
    Incident incident = incident("open", "[{\"node\": \"cart\"}]");
    String json = new String(RecordJson.write(IncidentEvent.of(incident).orElseThrow()), UTF_8);

    assertEquals(
        "{\"specversion\":\"1.0\",\"id\":\"inc-1.4\",\"source\":\"/signalbox\","
            + "\"type\":\"dev.cdevents.incident.detected.0.2.0\","
            + "\"time\":\"2026-03-01T12:00:00.000Z\",\"subject\":\"inc-1\","
            + "\"datacontenttype\":\"application/json\",\"data\":{\"context\":{"
            + "\"version\":\"0.4.1\",\"id\":\"inc-1.4\",\"source\":\"/signalbox\","
            + "\"type\":\"dev.cdevents.incident.detected.0.2.0\","
            + "\"timestamp\":\"2026-03-01T12:00:00.000Z\"},\"subject\":{\"id\":\"inc-1\","
            + "\"source\":\"/signalbox\",\"type\":\"incident\",\"content\":{"
            + "\"description\":\"cart is slow\",\"environment\":{\"id\":\"unknown\"},"
            + "\"service\":{\"id\":\"cart\"}}}}}",
        json);
  }
}
