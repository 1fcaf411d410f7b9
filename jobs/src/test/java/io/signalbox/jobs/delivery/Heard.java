// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Revisions of incidents as a server outside hears of them. */
final class Heard {
  private Heard() {}

  static StreamRecord<Incident> revision(String id, int revision, String status)
      throws IOException {
    return revision(id, revision, status, "cart is slow");
  }

  static StreamRecord<Incident> revision(String id, int revision, String status, String title)
      throws IOException {
    String over = status.equals("resolved") ? "\"2026-03-01T12:01:00Z\"" : "null";
    String json =
        """
        {"id": "%s", "revision": %d, "status": "%s", "environment": "prod", "title": "%s",
         "severity": "major", "started_at": "2026-03-01T12:00:00Z",
         "opened_at": "2026-03-01T12:00:05Z", "updated_at": "2026-03-01T12:01:30Z",
         "resolved_at": %s, "onset_at": "2026-03-01T12:00:00Z", "services": ["cart"],
         "suspects": [{"node": "cart", "kind": "service", "score": 1, "confidence": 1,
         "evidence": []}], "changes": [], "blast_radius": [], "similar": [],
         "recommendations": [{"title": "Look at cart."}], "telemetry_score": 1}
        """;
    byte[] bytes = json.formatted(id, revision, status, title, over).getBytes(UTF_8);
    return new StreamRecord<>(RecordJson.read(bytes, Incident.class));
  }
}
