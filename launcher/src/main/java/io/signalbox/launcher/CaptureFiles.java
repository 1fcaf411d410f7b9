// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.quality.StatementFiles;
import io.signalbox.schemas.signals.CaptureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the captures that a user has named. */
final class CaptureFiles {
  private CaptureFiles() {}

  /**
   * The captures themselves and those in folders, without the truth of a simulation and what is
   * said later of answers and decisions.
   *
   * @throws ParameterException when there is none
   */
  static List<Path> find(List<Path> in, CommandSpec spec) throws IOException {
    List<Path> files =
        all(in).stream()
            .filter(file -> !file.endsWith("truth.json") && !StatementFiles.isOne(file))
            .toList();
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no captures below " + in);
    }
    return files;
  }

  /** What is said later of answers and decisions, beside the captures. */
  static List<Path> statements(List<Path> in) throws IOException {
    return all(in).stream().filter(StatementFiles::isOne).toList();
  }

  private static List<Path> all(List<Path> in) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : in) {
      files.addAll(CaptureFile.find(path));
    }
    return files;
  }
}
