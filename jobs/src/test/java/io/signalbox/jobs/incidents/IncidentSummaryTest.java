// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentSummaryTest {
  @Test
  void incidentsAreToldInAHundredColumns() {
    List<String> lines = IncidentSummary.lines(ShopDay.data(List.of()).incidents());
    assertEquals(
        "CRITICAL  payment v2.4.0 fails 94 % of requests; checkout and frontend suffer",
        lines.get(0));
    assertTrue(lines.contains("    suffer: checkout, frontend"), lines.toString());
    assertTrue(lines.stream().allMatch(line -> line.length() <= 100));
  }

  @Test
  void nothingFoundIsSaidSo() {
    assertEquals(List.of("No incidents."), IncidentSummary.lines(List.of()));
  }

  @Test
  void truthIsComparedWithWhatWasFound() {
    List<String> lines =
        IncidentSummary.comparison(ShopDay.faults(), ShopDay.data(List.of()).incidents());
    assertTrue(lines.get(0).contains("bad-deploy of payment v2.4.0"), lines.get(0));
    assertTrue(lines.get(0).contains("found, 1"), lines.get(0));
    assertTrue(lines.get(3).endsWith("missed"), lines.get(3));
    assertEquals("  3 of 4 causes named first", lines.get(4));
  }

  @Test
  void knownFaultsAreReadFromTheTruth() throws IOException {
    String json =
        """
        {"seed": 1, "faults": [{"kind": "slow-edge", "node": "payment", "version": null,
          "caller": "checkout", "started_at": "2026-03-01T12:00:00Z",
          "ended_at": "2026-03-01T12:10:00Z", "victims": ["checkout"]}]}
        """;
    List<KnownFault> faults = KnownFault.read(json.getBytes(StandardCharsets.UTF_8));
    assertEquals("checkout → payment", faults.get(0).label());
    assertEquals(List.of("checkout"), faults.get(0).victims());
    byte[] broken = json.replace("12:00:00Z", "noon").getBytes(StandardCharsets.UTF_8);
    assertThrows(IOException.class, () -> KnownFault.read(broken));
  }
}
