// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The class paths of the servers, one folder each because they want different versions of the same
 * jars. Fetched through Maven once, and again after their poms have changed.
 */
final class Libraries {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private final ClusterSettings settings;
  private final Consumer<String> progress;

  Libraries(ClusterSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  void fetch() throws IOException, InterruptedException {
    fetch("flink", settings.flinkLibraries(), "120 MB");
    fetch("kafka", settings.kafkaLibraries(), "55 MB");
  }

  private void fetch(String name, Path folder, String size)
      throws IOException, InterruptedException {
    Path pom = settings.root().resolve("testbed/" + name + "-lib/pom.xml");
    Path stamp = folder.resolveSibling(name + ".poms");
    String poms = Files.readString(pom) + Files.readString(settings.root().resolve("pom.xml"));
    if (Files.exists(stamp) && Files.readString(stamp).equals(poms)) {
      return;
    }
    progress.accept("fetching the jars of " + name + " (" + size + ", once) ...");
    Folders.delete(folder);
    Path log = settings.log("fetch-" + name);
    Command.finish(
        "fetching " + name, Command.start(maven(pom, folder), log, Map.of()), log, LIMIT);
    Files.writeString(stamp, poms);
  }

  private List<String> maven(Path pom, Path folder) {
    return List.of(
        settings.root().resolve("mvnw").toString(),
        "-B",
        "-q",
        "-f",
        pom.toString(),
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        "-DoutputDirectory=" + folder);
  }
}
