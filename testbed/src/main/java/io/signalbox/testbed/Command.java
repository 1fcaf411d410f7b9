// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts programs with their output in a file, and reads it when they fail. */
final class Command {
  private static final int TAIL = 20;

  private Command() {}

  static Process start(List<String> command, Path log, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /**
   * Waits for the end of a program.
   *
   * @return what it printed
   * @throws IllegalStateException with the end of its output, when it fails or takes too long
   */
  static String finish(String name, Process process, Path log, Duration limit)
      throws IOException, InterruptedException {
    boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    if (!ended || process.exitValue() != 0) {
      String why = ended ? "failed with status " + process.exitValue() : "took too long";
      throw new IllegalStateException(name + " " + why + "; the end of " + log + ":\n" + tail(log));
    }
    return Files.readString(log);
  }

  /** The last lines of a log. */
  static String tail(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "";
    }
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
  }
}
