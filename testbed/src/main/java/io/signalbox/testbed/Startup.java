// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Brings up what does not run yet, and waits until it can be used. */
final class Startup {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private final ClusterSettings settings;
  private final Processes processes;
  private final FlinkProcesses flink;
  private final Consumer<String> progress;

  Startup(
      ClusterSettings settings,
      Processes processes,
      FlinkProcesses flink,
      Consumer<String> progress) {
    this.settings = settings;
    this.processes = processes;
    this.flink = flink;
    this.progress = progress;
  }

  /** Starts every process that does not run. */
  void start() throws IOException, InterruptedException {
    if (absent("kafka")) {
      Ports.requireFree(settings.ports().kafka(), "Kafka");
      Ports.requireFree(settings.ports().controller(), "Kafka controller");
      KafkaProcess kafka = new KafkaProcess(settings);
      kafka.configure();
      processes.start(kafka.broker());
    }
    if (absent("jobmanager")) {
      Ports.requireFree(settings.ports().jobManager(), "JobManager");
      Ports.requireFree(settings.ports().rest(), "Flink REST");
      flink.configure();
      processes.start(flink.jobManager());
    }
    for (int n = 1; n <= settings.taskManagers(); n++) {
      if (absent(FlinkProcesses.taskManagerName(n))) {
        processes.start(flink.taskManager(n));
      }
    }
  }

  /** Waits for Kafka and makes the topics of flink-conf/topics.yaml that do not exist. */
  void awaitKafka() throws IOException, InterruptedException {
    try (KafkaTopics topics = new KafkaTopics(settings.ports().bootstrapServers())) {
      Await.until(
          "Kafka answers",
          LIMIT,
          () -> {
            requireAlive("kafka");
            new Socket(InetAddress.getLoopbackAddress(), settings.ports().kafka()).close();
            return topics.answers();
          });
      List<TopicSpec> wanted =
          TopicSpec.load(settings.root().resolve("flink-conf/topics.yaml"), settings.values());
      List<String> made = topics.createMissing(wanted);
      progress.accept("Kafka is ready, " + made.size() + " of " + wanted.size() + " topics made");
    }
  }

  /** Waits for the JobManager and every TaskManager. */
  void awaitFlink(Jobs jobs) throws InterruptedException {
    int taskManagers = settings.taskManagers();
    Await.until(
        taskManagers + " TaskManagers are registered",
        LIMIT,
        () -> {
          requireAlive("jobmanager");
          for (int n = 1; n <= taskManagers; n++) {
            requireAlive(FlinkProcesses.taskManagerName(n));
          }
          return jobs.workers(taskManagers, taskManagers * settings.slots());
        });
  }

  private boolean absent(String name) throws IOException {
    boolean absent = processes.find(name).isEmpty();
    progress.accept(name + (absent ? " starts" : " already runs"));
    return absent;
  }

  private void requireAlive(String name) throws IOException {
    if (processes.find(name).isEmpty()) {
      throw new IllegalStateException(
          name + " ended; the end of its log:\n" + Command.tail(settings.log(name)));
    }
  }
}
