// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How each process of a Flink cluster is started from plain jars: what a distribution's bin does.
 */
final class FlinkProcesses {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private final ClusterSettings settings;

  FlinkProcesses(ClusterSettings settings) {
    this.settings = settings;
  }

  /** Writes config.yaml and resolves the memory sizes in it. */
  void configure() throws IOException, InterruptedException {
    Files.createDirectories(settings.conf());
    Files.createDirectories(settings.run().resolve("tmp"));
    String profile = Files.readString(settings.root().resolve("flink-conf/config.yaml"));
    Files.writeString(
        settings.conf().resolve("config.yaml"), Template.fill(profile, settings.values()));
    new JavaProcess(
            "memory-flags",
            ownClasses() + System.getProperty("path.separator") + classPath(),
            List.of("-Xmx128m", logging()),
            MemoryFlags.class.getName(),
            List.of(settings.conf().toString(), memoryFile().toString()),
            Map.of())
        .run(settings.log("memory-flags"), LIMIT);
  }

  JavaProcess jobManager() throws IOException {
    return server(
        "jobmanager",
        0,
        "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
        List.of());
  }

  /** The n-th TaskManager: its name stays, so that it finds its local state after a restart. */
  JavaProcess taskManager(int n) throws IOException {
    String name = taskManagerName(n);
    return server(
        name,
        2,
        "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
        List.of("-Dtaskmanager.resource-id=" + name));
  }

  /** The command-line client. Its graph translator reads java.util by reflection. */
  JavaProcess client(List<String> arguments) {
    return new JavaProcess(
        "client",
        classPath(),
        List.of("-Xmx512m", "--add-opens=java.base/java.util=ALL-UNNAMED", logging()),
        "org.apache.flink.client.cli.CliFrontend",
        arguments,
        Map.of("FLINK_CONF_DIR", settings.conf().toString()));
  }

  static String taskManagerName(int n) {
    return "taskmanager-" + n;
  }

  private JavaProcess server(String name, int line, String mainClass, List<String> options)
      throws IOException {
    List<String> memory = Files.readAllLines(memoryFile());
    List<String> flags = new ArrayList<>(words(memory.get(line)));
    flags.add("-Djava.io.tmpdir=" + settings.run().resolve("tmp"));
    flags.add("-Dlog.file=" + settings.log(name));
    flags.add(logging());
    List<String> arguments = new ArrayList<>(List.of("--configDir", settings.conf().toString()));
    arguments.addAll(words(memory.get(line + 1)));
    arguments.addAll(options);
    return new JavaProcess(name, classPath(), flags, mainClass, arguments, Map.of());
  }

  private static List<String> words(String line) {
    return List.of(line.trim().split(" +"));
  }

  private String classPath() {
    return settings.flinkLibraries().resolve("*").toString();
  }

  private String logging() {
    return "-Dlog4j2.configurationFile=" + settings.root().resolve("flink-conf/log4j2.properties");
  }

  private Path memoryFile() {
    return settings.conf().resolve("memory-flags");
  }

  private static String ownClasses() {
    return Path.of(MemoryFlags.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
