// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM to start.
 *
 * @param name the name of its log and pid file
 * @param classPath its own class path
 * @param flags JVM flags
 * @param mainClass what it runs
 * @param arguments of the main class
 * @param environment added to the environment
 */
record JavaProcess(
    String name,
    String classPath,
    List<String> flags,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment) {

  /** Starts it with all its output in a file. It lives on when this JVM ends. */
  Process start(Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return Command.start(command, log, environment);
  }

  /**
   * Runs it to its end.
   *
   * @return what it printed
   * @throws IllegalStateException with the end of its output, when it fails or takes too long
   */
  String run(Path log, Duration limit) throws IOException, InterruptedException {
    return Command.finish(name, start(log), log, limit);
  }
}
