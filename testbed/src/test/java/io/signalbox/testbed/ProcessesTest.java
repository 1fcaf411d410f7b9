// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  @TempDir private Path run;
  private Processes processes;

  @BeforeEach
  void setUp() {
    processes = new Processes(ClusterSettings.of(run, run, Ports.DEFAULT));
  }

  @AfterEach
  void endWhatRuns() throws IOException {
    processes.kill("waiter");
  }

  @Test
  void aStartedProcessIsFoundAgainByItsPidFile() throws IOException {
    processes.start(waiter());
    long pid = processes.find("waiter").orElseThrow().pid();

    Processes later = new Processes(ClusterSettings.of(run, run, Ports.DEFAULT));

    assertEquals(pid, later.find("waiter").orElseThrow().pid());
  }

  @Test
  void aKilledProcessIsGoneAndCanBeStartedAnew() throws IOException {
    processes.start(waiter());
    ProcessHandle first = processes.find("waiter").orElseThrow();

    assertTrue(processes.kill("waiter"));

    assertFalse(first.isAlive());
    assertTrue(processes.find("waiter").isEmpty());
    processes.start(waiter());
    assertTrue(processes.find("waiter").isPresent());
  }

  @Test
  void stoppingEndsAProcessOnceAndThenHasNothingToDo() throws IOException {
    processes.start(waiter());

    assertTrue(processes.stop("waiter"));
    assertFalse(processes.stop("waiter"));
  }

  @Test
  void aPidThatBelongsToAnotherProcessNowIsLeftAlone() throws IOException {
    ProcessHandle other = ProcessHandle.current();
    Path file = Files.createDirectories(run.resolve("pids")).resolve("waiter");
    Files.writeString(file, other.pid() + " " + Duration.ofDays(365).toMillis());

    assertFalse(processes.stop("waiter"));
    assertTrue(other.isAlive());
  }

  @Test
  void aProgramThatFailsIsQuoted() {
    JavaProcess broken =
        new JavaProcess("broken", "nowhere", List.of(), "NoSuchClass", List.of(), Map.of());

    var problem =
        assertThrows(
            IllegalStateException.class,
            () -> broken.run(run.resolve("broken.log"), Duration.ofMinutes(1)));

    String said = String.valueOf(problem.getMessage());
    assertTrue(said.startsWith("broken failed with status 1"), said);
    assertTrue(said.contains("NoSuchClass"), said);
  }

  private static JavaProcess waiter() {
    String classPath = System.getProperty("java.class.path");
    return new JavaProcess(
        "waiter", classPath, List.of("-Xmx16m"), Waiter.class.getName(), List.of(), Map.of());
  }

  /** Waits until it is ended. */
  static final class Waiter {
    private Waiter() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }
}
