// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond the life of the JVM that started it, by its number and the instant of
 * its start: a number alone may come back as another process.
 */
record PidFile(Path file) {
  /** The operating system derives the start from its boot time, which steps with the clock. */
  private static final Duration STEP = Duration.ofSeconds(5);

  void write(ProcessHandle process) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, process.pid() + " " + start(process).toEpochMilli() + "\n");
  }

  /** The process, if it still runs and is the one that was written. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String[] parts = Files.readString(file).trim().split(" ");
    Instant started = Instant.ofEpochMilli(Long.parseLong(parts[1]));
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> Duration.between(started, start(process)).abs().compareTo(STEP) < 0);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
