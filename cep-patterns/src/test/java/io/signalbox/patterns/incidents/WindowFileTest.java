// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.IncidentWindowKind;
import io.signalbox.patterns.reading.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowFileTest {
  private static final String HEAD = "apiVersion: signalbox/v1\nkind: IncidentWindows\nwindows:\n";

  private static List<String> problems(String windows) {
    return WindowFile.read("w.yaml", HEAD + windows).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void whatIsWrittenIsRead() {
    String yaml =
        """
          - id: vault-move
            kind: maintenance
            environment: production
            services: [payment, "payment-*"]
            from: 2026-03-01T22:00:00Z
            to: 2026-03-01T23:00:00Z
            reason: new vault
            by: ann
          - {id: old-one, kind: withdrawn, effective_at: 2026-03-01T21:00:00Z}
        """;
    assertEquals(List.of(), problems(yaml));
    IncidentWindow window =
        new IncidentWindow(
            "vault-move",
            null,
            IncidentWindowKind.MAINTENANCE,
            "production",
            List.of("payment", "payment-*"),
            Instant.parse("2026-03-01T22:00:00Z"),
            Instant.parse("2026-03-01T23:00:00Z"),
            "new vault",
            "ann");
    List<IncidentWindow> read = WindowFile.read("w.yaml", HEAD + yaml).windows();
    assertEquals(window, read.get(0));
    assertEquals(IncidentWindowKind.WITHDRAWN, read.get(1).kind());
  }

  @Test
  void everythingThatIsWrongIsToldWithItsPlace() {
    assertEquals(
        List.of(
            "w.yaml:4:5: a window has no 'to'",
            "w.yaml:5:5: a window knows no key 'servces': did you mean services?",
            "w.yaml:6:11: 'from': 'tomorrow' is no time such as 2026-03-01T12:00:00Z"),
        problems(
            """
              - {id: a, kind: silence,
                servces: [x],
                from: tomorrow}
            """));
    assertEquals(
        List.of("w.yaml:4:5: window a: 0 services, expected 1 to 200"),
        problems(
            "  - {id: a, kind: silence, from: 2026-03-01T22:00:00Z, to: 2026-03-01T23:00:00Z}\n"));
  }
}
