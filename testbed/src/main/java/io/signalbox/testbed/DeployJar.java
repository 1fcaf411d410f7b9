// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import io.signalbox.jobs.AllJob;
import io.signalbox.jobs.detection.DetectJob;
import io.signalbox.jobs.finops.FinopsJob;
import io.signalbox.jobs.incidents.CorrelateJob;
import io.signalbox.jobs.quality.QualityJob;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fat jar with all jobs, Flink itself left out, and the main classes in it. */
public final class DeployJar {
  /** Main class of each job that can be submitted by name. */
  public static final SortedMap<String, String> ENTRY_CLASSES =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "detect", DetectJob.class.getName(),
                  "correlate", CorrelateJob.class.getName(),
                  "quality", QualityJob.class.getName(),
                  "finops", FinopsJob.class.getName(),
                  "all", AllJob.class.getName())));

  private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

  private DeployJar() {}

  /**
   * Finds the jar that the build has made.
   *
   * @throws IllegalStateException when there is none
   */
  public static Path find(Path root) throws IOException {
    Path target = root.resolve("jobs/target");
    if (Files.isDirectory(target)) {
      try (DirectoryStream<Path> jars =
          Files.newDirectoryStream(target, "signalbox-jobs-*-deploy.jar")) {
        for (Path jar : jars) {
          return jar.toAbsolutePath();
        }
      }
    }
    throw new IllegalStateException("no deploy jar in " + target + ": ./mvnw -Dfast package");
  }

  /**
   * One of our jobs, reading from and writing to a Kafka cluster unless told otherwise.
   *
   * @param root the repository
   * @param job its name
   * @param bootstrapServers of the Kafka cluster
   * @param arguments further options of the job, which outrank these
   * @throws IllegalArgumentException when there is no such job
   */
  public static Submission submission(
      Path root, String job, String bootstrapServers, List<String> arguments) throws IOException {
    String entryClass = ENTRY_CLASSES.get(job);
    if (entryClass == null) {
      throw new IllegalArgumentException(
          "no job " + job + ": it is one of " + ENTRY_CLASSES.keySet());
    }
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--kafka.bootstrap", bootstrapServers, "--output.sink", "kafka"));
    all.addAll(arguments);
    return new Submission(find(root), entryClass, all, 0, null);
  }

  /**
   * Builds the jar from clean sources, without checks and tests, and returns its SHA-256 in hex.
   */
  public static String rebuild(Path root) throws IOException, InterruptedException {
    List<String> maven =
        List.of(
            root.resolve("mvnw").toString(),
            "-B",
            "-q",
            "-f",
            root.resolve("pom.xml").toString(),
            "-Dfast",
            "-Dmaven.test.skip=true",
            "-pl",
            "jobs",
            "-am",
            "clean",
            "package");
    Path log = root.resolve("run/logs/rebuild.log");
    Command.finish("the build", Command.start(maven, log, Map.of()), log, BUILD_LIMIT);
    return sha256(find(root));
  }

  /** SHA-256 of a file in hex. */
  public static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
