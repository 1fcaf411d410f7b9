// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.advice.AdviceCatalogue;
import io.signalbox.patterns.advice.AdviceTexts;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where runbooks, actions and classes are read from: what ships, unless others are named. */
final class RunbookSources {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder of runbooks, or one file; without it the catalogue that ships.")
  private @Nullable Path folder;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "Classes of incidents; without it those that ship.")
  private @Nullable Path taxonomy;

  @Option(
      names = "--actions",
      paramLabel = "FILE",
      description = "Registered actions; without it those that ship.")
  private @Nullable Path actions;

  private static final String SHIPPED = "flink-conf";

  static Path root() {
    return Path.of(System.getProperty("signalbox.root", "."));
  }

  AdviceCatalogue read() throws IOException {
    Path shipped = root().resolve(SHIPPED);
    return AdviceCatalogue.of(
        AdviceTexts.of(
            taxonomy == null ? shipped.resolve("taxonomy.yaml") : taxonomy,
            actions == null ? shipped.resolve("actions.yaml") : actions,
            folder == null ? shipped.resolve("runbooks") : folder));
  }
}
