// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes figures with all that is needed to judge them: machine, commit and settings. */
public final class BenchResults {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private BenchResults() {}

  /** How results, and settings of runs, are read and written. */
  public static ObjectMapper json() {
    return JSON;
  }

  /**
   * Writes {@code benchmarks/results/<time>-<bench>.json}.
   *
   * @param root of the repository
   * @param settings a record
   * @param figures records
   * @return the file
   */
  public static Path write(Path root, String bench, Instant at, Object settings, Object figures)
      throws IOException {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("bench", bench);
    result.put("at", at.toString());
    result.put("commit", commit(root));
    result.put("machine", machine());
    result.put("settings", settings);
    result.put("figures", figures);
    Path folder = Files.createDirectories(root.resolve("benchmarks/results"));
    Path file = folder.resolve(NAME.format(at) + "-" + bench + ".json");
    Files.writeString(file, JSON.writeValueAsString(result) + "\n");
    return file;
  }

  private static Map<String, Object> machine() throws IOException {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cpu", cpu());
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("max_heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    machine.put("java", System.getProperty("java.vm.version"));
    machine.put("os", System.getProperty("os.name"));
    return machine;
  }

  private static String cpu() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String commit(Path root) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(root.toFile())
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? said.trim() : "unknown";
    } catch (IOException e) {
      return "unknown";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "unknown";
    }
  }
}
