// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts, finds and ends the processes of one run folder, by their pid files and nothing else. */
final class Processes {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final ClusterSettings settings;

  Processes(ClusterSettings settings) {
    this.settings = settings;
  }

  /** The process of that name, if it runs. */
  Optional<ProcessHandle> find(String name) throws IOException {
    return pidFile(name).process();
  }

  void start(JavaProcess process) throws IOException {
    pidFile(process.name()).write(process.start(settings.log(process.name())).toHandle());
  }

  /** Ends a process with SIGKILL; false when it did not run. */
  boolean kill(String name) throws IOException {
    Optional<ProcessHandle> process = find(name);
    process.ifPresent(ProcessHandle::destroyForcibly);
    process.ifPresent(killed -> ended(killed, PATIENCE));
    pidFile(name).delete();
    return process.isPresent();
  }

  /** Ends a process with SIGTERM, and with SIGKILL when that does not help; false when none ran. */
  boolean stop(String name) throws IOException {
    Optional<ProcessHandle> process = find(name);
    process.ifPresent(ProcessHandle::destroy);
    if (process.isPresent() && !ended(process.get(), PATIENCE)) {
      return kill(name);
    }
    pidFile(name).delete();
    return process.isPresent();
  }

  private static boolean ended(ProcessHandle process, Duration limit) {
    try {
      process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    }
  }

  private PidFile pidFile(String name) {
    return new PidFile(settings.run().resolve("pids").resolve(name));
  }
}
