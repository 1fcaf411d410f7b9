// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.objectives.FailingCart;
import io.signalbox.jobs.options.JobOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Windows of maintenance and silence that stand in files, in an embedded run. */
@Timeout(180)
class WindowFolderITCase {
  @TempDir private Path folder;

  private Path run(String name, String kind, String... otherFiles) throws Exception {
    Path windows = Files.createDirectory(folder.resolve(name + "-windows"));
    Files.writeString(
        windows.resolve("b.yaml"),
        """
        apiVersion: signalbox/v1
        kind: IncidentWindows
        windows:
          - id: new-cart
            kind: %s
            services: [web, "ca*"]
            from: %s
            to: %s
        """
            .formatted(kind, at(850), at(1_300)));
    for (String text : otherFiles) {
      Files.writeString(windows.resolve("a.yaml"), text);
    }
    Path spans = Files.write(folder.resolve(name + ".jsonl"), FailingCart.lines());
    Path out = folder.resolve(name);
    JobOptions options = JobOptions.of("--incidents.windows.folder", windows.toString());
    EmbeddedReplay.of(List.of(spans), out, 2, Backend.HASHMAP, options).run();
    return out;
  }

  private static Instant at(int second) {
    return Instant.ofEpochMilli(FailingCart.T0 + second * 1_000L);
  }

  private static List<String> lines(Path out, String topic) throws IOException {
    return Files.readAllLines(out.resolve(topic + ".jsonl"));
  }

  @Test
  void nothingOpensInMaintenanceAndAFileThatCannotBeReadIsADeadLetter() throws Exception {
    Path out = run("maintained", "maintenance", "kind: IncidentWindows\nwindows: []\n");
    assertEquals(List.of(), lines(out, "incidents"));
    List<String> letters = lines(out, "dead-letters");
    assertEquals(1, letters.size());
    assertTrue(letters.get(0).contains("a.yaml:1:1: "), letters::toString);
  }

  @Test
  void whatOpensInSilenceSaysSo() throws Exception {
    List<String> incidents = lines(run("silenced", "silence"), "incidents");
    assertFalse(incidents.isEmpty());
    for (String incident : incidents) {
      assertTrue(incident.contains("\"silenced_by\":\"new-cart\""), incident);
    }
  }
}
