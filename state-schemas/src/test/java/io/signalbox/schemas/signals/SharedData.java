// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The shared data sets; a test that needs one that is absent is skipped. */
final class SharedData {
  private SharedData() {}

  static Path at(String relative) {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    Path path = root.resolve(data).resolve(relative).normalize();
    assumeTrue(Files.exists(path), "no data at " + path);
    return path;
  }
}
