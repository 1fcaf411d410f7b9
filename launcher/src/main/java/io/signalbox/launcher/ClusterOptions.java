// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.RememberedPorts;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster a command is about. */
final class ClusterOptions {
  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder of everything the cluster writes (default: run, in the repository).")
  private @Nullable Path run;

  @Option(
      names = "--port-base",
      paramLabel = "PORT",
      description =
          "First of four loopback ports: Kafka, its controller, JobManager, Flink REST"
              + " (default: those last used in DIR, else 19400).")
  private int portBase;

  ClusterSettings settings() throws IOException {
    Path root = root();
    Path folder = run == null ? root.resolve("run") : run;
    return ClusterSettings.of(root, folder, RememberedPorts.of(folder, portBase));
  }

  static Path root() {
    return Path.of(System.getProperty("signalbox.root", "."));
  }
}
