// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The labelled data; a test that needs some that is absent is skipped, saying so. */
public final class SharedData {
  private SharedData() {}

  /** The folder of all sets, if it has the given one. */
  public static Path with(String set) {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    Path folder = root.resolve(data).normalize();
    assumeTrue(Files.isDirectory(folder.resolve(set)), "no labelled data " + folder.resolve(set));
    return folder;
  }
}
