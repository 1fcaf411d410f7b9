// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job to run.
 *
 * @param jar the fat jar it is in
 * @param entryClass its main class
 * @param arguments of the main class
 * @param parallelism 0 for the cluster's default
 * @param from checkpoint or savepoint to start from, null to start afresh
 */
public record Submission(
    Path jar, String entryClass, List<String> arguments, int parallelism, @Nullable String from) {

  /** A job of default parallelism that starts afresh. */
  public static Submission of(Path jar, String entryClass, String... arguments) {
    return new Submission(jar, entryClass, List.of(arguments), 0, null);
  }

  /** The same at another parallelism, 0 for the cluster's default. */
  public Submission at(int tasks) {
    return new Submission(jar, entryClass, arguments, tasks, from);
  }

  /** The same, going on from a checkpoint or savepoint; null to start afresh. */
  public Submission from(@Nullable String place) {
    return new Submission(jar, entryClass, arguments, parallelism, place);
  }
}
