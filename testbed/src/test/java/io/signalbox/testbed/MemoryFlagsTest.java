// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryFlagsTest {
  @TempDir private Path conf;

  @Test
  void everySizeATaskManagerNeedsIsResolvedAndTheCollectorsNamed() throws IOException {
    Path root = Path.of(System.getProperty("signalbox.root"));
    String profile = Files.readString(root.resolve("flink-conf/config.yaml"));
    ClusterSettings settings = ClusterSettings.of(root, conf, Ports.DEFAULT);
    Files.writeString(conf.resolve("config.yaml"), Template.fill(profile, settings.values()));

    MemoryFlags.main(new String[] {conf.toString(), conf.resolve("flags").toString()});

    List<String> lines = Files.readAllLines(conf.resolve("flags"));
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).contains("-Xmx"), lines.get(0));
    assertTrue(lines.get(2).contains("-XX:MaxDirectMemorySize="), lines.get(2));
    assertTrue(lines.get(0).endsWith(" -XX:+UseG1GC"), lines.get(0));
    assertTrue(lines.get(2).endsWith(" -XX:+UseG1GC"), lines.get(2));
    for (String size :
        List.of("task.heap.size", "task.off-heap.size", "network.max", "managed.size")) {
      assertTrue(lines.get(3).contains("taskmanager.memory." + size + "="), lines.get(3));
    }
  }
}
