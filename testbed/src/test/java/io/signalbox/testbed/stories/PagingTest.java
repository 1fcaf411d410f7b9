// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagingTest {
  private static Incident incident(String id, int revision, String status) throws IOException {
    String json = "{\"id\": \"%s\", \"revision\": %d, \"status\": \"%s\", \"severity\": \"major\"}";
    return RecordJson.read(json.formatted(id, revision, status).getBytes(UTF_8), Incident.class);
  }

  private static Paging paging(Map<String, List<String>> told, String... active)
      throws IOException {
    List<Incident> revisions =
        List.of(
            incident("a", 1, "open"),
            incident("b", 1, "open"),
            incident("b", 2, "updated"),
            incident("b", 3, "resolved"));
    var alerts = new ObjectMapper().createArrayNode();
    for (String id : active) {
      alerts.addObject().putObject("labels").put("incident_id", id);
    }
    return Paging.of(revisions, told, alerts);
  }

  private static final List<String> OPEN = List.of("firing major");
  private static final List<String> OVER = List.of("firing major", "resolved major");

  @Test
  void allIsWellWhenEachBeginningAndEndWasToldOnce() throws IOException {
    Paging paging = paging(Map.of("a", OPEN, "b", OVER), "a");
    assertTrue(paging.passed(), paging.toString());
    assertEquals("2 incidents, 1 of them open: 0 lost, 0 zombies, 0 duplicates", paging.summary());
  }

  @Test
  void anOpenIncidentThatNobodyHearsOfIsLost() throws IOException {
    assertEquals(2, paging(Map.of("b", OVER)).lost().size());
    assertEquals(1, paging(Map.of("a", OPEN, "b", OPEN), "a").lost().size());
  }

  @Test
  void whatFiresAfterItsEndIsAZombie() throws IOException {
    List<String> back = List.of("firing major", "resolved major", "firing major");
    assertEquals(2, paging(Map.of("a", OPEN, "b", back), "a", "b").zombies().size());
    assertEquals(1, paging(Map.of("a", OPEN, "b", OVER, "c", OPEN), "a").zombies().size());
  }

  @Test
  void whatIsToldTwiceIsADuplicate() throws IOException {
    List<String> twice = List.of("firing major", "firing major", "resolved major");
    assertEquals(1, paging(Map.of("a", OPEN, "b", twice), "a").duplicates().size());
    assertEquals(1, paging(Map.of("a", OPEN, "b", OVER), "a", "a").duplicates().size());
  }
}
