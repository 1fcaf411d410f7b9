// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the port base in the run folder, so that later commands find the cluster without it. */
public final class RememberedPorts {
  private RememberedPorts() {}

  /**
   * The ports to use.
   *
   * @param run run folder of the cluster
   * @param base what the user asked for, 0 for no wish
   */
  public static Ports of(Path run, int base) throws IOException {
    if (base != 0) {
      return new Ports(base);
    }
    return Files.exists(file(run))
        ? new Ports(Integer.parseInt(Files.readString(file(run)).trim()))
        : Ports.DEFAULT;
  }

  /**
   * Fixes the ports of a run folder.
   *
   * @param running true while a process of the cluster runs
   * @throws IllegalStateException when the cluster runs on other ports
   */
  static void fix(Path run, Ports ports, boolean running) throws IOException {
    if (running && !of(run, 0).equals(ports)) {
      throw new IllegalStateException(
          "this cluster already runs with --port-base "
              + of(run, 0).base()
              + ": take it down first");
    }
    Files.createDirectories(file(run).getParent());
    Files.writeString(file(run), ports.base() + "\n");
  }

  private static Path file(Path run) {
    return run.resolve("conf/port-base");
  }
}
