// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes one cluster differ from another.
 *
 * @param root the repository, whose {@code flink-conf} and jar are used
 * @param run the folder that takes everything the cluster writes
 * @param libraries the folder that takes the jars of Flink and Kafka; may serve many clusters
 * @param ports where it listens
 * @param taskManagers number of TaskManagers, at least 1
 * @param slots task slots of each TaskManager, at least 1
 */
public record ClusterSettings(
    Path root, Path run, Path libraries, Ports ports, int taskManagers, int slots) {

  /** Makes every path absolute: processes of the cluster run elsewhere. */
  public ClusterSettings {
    root = root.toAbsolutePath().normalize();
    run = run.toAbsolutePath().normalize();
    libraries = libraries.toAbsolutePath().normalize();
  }

  /** Two TaskManagers of two slots, with the libraries inside the run folder. */
  public static ClusterSettings of(Path root, Path run, Ports ports) {
    return new ClusterSettings(root, run, run.resolve("lib"), ports, 2, 2);
  }

  /** The same cluster, with all it writes in another folder. */
  public ClusterSettings in(Path folder) {
    return new ClusterSettings(root, folder, libraries, ports, taskManagers, slots);
  }

  Path conf() {
    return run.resolve("conf");
  }

  Path log(String process) {
    return run.resolve("logs").resolve(process + ".log");
  }

  Path flinkLibraries() {
    return libraries.resolve("flink");
  }

  Path kafkaLibraries() {
    return libraries.resolve("kafka");
  }

  /** Values of the placeholders in the configuration templates. */
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    values.put("run", run.toString());
    values.put("slots", Integer.toString(slots));
    values.put("kafka.port", Integer.toString(ports.kafka()));
    values.put("controller.port", Integer.toString(ports.controller()));
    values.put("jobmanager.port", Integer.toString(ports.jobManager()));
    values.put("rest.port", Integer.toString(ports.rest()));
    values.put("replication", "1");
    values.put("min.insync.replicas", "1");
    return values;
  }
}
