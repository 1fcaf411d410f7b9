// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses files of YAML that have a fault. */
final class YamlInput {
  private YamlInput() {}

  /**
   * Refuses a file.
   *
   * @throws IOException naming file, line and reason of all that is wrong with it, if anything is
   */
  static void refuse(List<Problem> problems) throws IOException {
    if (!problems.isEmpty()) {
      throw new IOException(
          problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
  }
}
