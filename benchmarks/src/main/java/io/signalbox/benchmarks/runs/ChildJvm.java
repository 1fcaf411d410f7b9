// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class of this class path in a JVM of its own, so that neither compiled code nor
 * garbage of one run weighs on the next, and each has the memory it is told.
 */
public final class ChildJvm {
  private static final int TAIL = 4_000;
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private ChildJvm() {}

  /** A run that did not come to its end. */
  public static final class Failed extends IOException {
    private static final long serialVersionUID = 1;
    private final boolean exhausted;

    Failed(String message, boolean exhausted) {
      super(message);
      this.exhausted = exhausted;
    }

    /** True when it had too little memory, or so little that it would not end. */
    public boolean exhausted() {
      return exhausted;
    }
  }

  /**
   * Runs it to its end.
   *
   * @param main its main class, called with the paths of two files: to read and to write
   * @param collector of its garbage
   * @param heap size of its heap, such as 4g
   * @param input what the first file holds
   * @return what it has written into the second
   * @throws Failed with the end of its log, also after half an hour
   */
  public static String run(Class<?> main, Collector collector, String heap, String input)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("signalbox-run");
    Path in = Files.writeString(folder.resolve("in"), input);
    Path out = folder.resolve("out");
    Path log = folder.resolve("log");
    try {
      Process process =
          new ProcessBuilder(command(main, collector, heap, in, out))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      boolean ended = await(process);
      if (!ended || process.exitValue() != 0 || !Files.exists(out)) {
        String said = Files.readString(log, StandardCharsets.UTF_8);
        String end = said.substring(Math.max(0, said.length() - TAIL));
        String how = ended ? "ended with status " + process.exitValue() : "took too long";
        throw new Failed("a run " + how + ":\n" + end, !ended || said.contains("OutOfMemoryError"));
      }
      return Files.readString(out);
    } finally {
      for (Path path : List.of(in, out, log, folder)) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** What a child does. */
  @FunctionalInterface
  public interface Work {
    /** Turns the text of the first file into that of the second. */
    String apply(String input) throws Exception;
  }

  /** The main method of a child: it ends with its work, whatever threads that has left behind. */
  public static void work(String[] args, Work work) {
    try {
      Files.writeString(Path.of(args[1]), work.apply(Files.readString(Path.of(args[0]))));
      Runtime.getRuntime().halt(0);
    } catch (Throwable failed) {
      failed.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static boolean await(Process process) throws InterruptedException {
    Thread end = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      return process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES);
    } finally {
      process.destroyForcibly().waitFor();
      removeHook(end);
    }
  }

  private static void removeHook(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException shuttingDown) {
      // It is about to run, or has.
    }
  }

  private static List<String> command(
      Class<?> main, Collector collector, String heap, Path in, Path out) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms" + heap,
            "-Xmx" + heap,
            "-XX:MaxDirectMemorySize=1g",
            "-XX:+AlwaysPreTouch",
            collector.flag(),
            "-XX:+ExitOnOutOfMemoryError",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            in.toString(),
            out.toString()));
    return command;
  }
}
