// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.PatternDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where patterns are read from: a folder, a file, or the catalogue that ships. */
final class PatternFolder {
  private static final String SHIPPED = "flink-conf/patterns";

  private PatternFolder() {}

  /**
   * Reads the patterns.
   *
   * @param folder null for the catalogue that ships
   */
  static Catalogue read(@Nullable Path folder) throws IOException {
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    Path from = folder == null ? root.resolve(SHIPPED) : folder;
    if (!Files.exists(from)) {
      throw new IOException("no file and no folder " + from);
    }
    return Catalogue.read(from);
  }

  /** The pattern of an id; what is wrong with others is told and does not matter. */
  static PatternDocument find(@Nullable Path folder, String id, PrintWriter err)
      throws IOException {
    Catalogue catalogue = read(folder);
    catalogue.problems().forEach(err::println);
    err.flush();
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                new IOException(
                    "no pattern '"
                        + id
                        + "'; there are "
                        + String.join(
                            ", ",
                            catalogue.documents().stream()
                                .map(document -> document.pattern().id())
                                .toList())));
  }
}
