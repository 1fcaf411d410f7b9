// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

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
   * The captures themselves and those in folders, without the truth of a simulation.
   *
   * @throws ParameterException when there is none
   */
  static List<Path> find(List<Path> in, CommandSpec spec) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : in) {
      for (Path file : CaptureFile.find(path)) {
        if (!file.endsWith("truth.json")) {
          files.add(file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "no captures below " + in);
    }
    return files;
  }
}
