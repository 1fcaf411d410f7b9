// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a single-node Kafka is formatted and started from plain jars. */
final class KafkaProcess {
  /** Base64 of "signalbox-testbd": any 16 bytes do. */
  private static final String CLUSTER_ID = "c2lnbmFsYm94LXRlc3RiZA";

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private final ClusterSettings settings;

  KafkaProcess(ClusterSettings settings) {
    this.settings = settings;
  }

  /** Writes server.properties, and formats the data folder when it is new. */
  void configure() throws IOException, InterruptedException {
    Files.createDirectories(settings.conf());
    Files.writeString(properties(), Template.fill(template(), settings.values()));
    if (!Files.exists(settings.run().resolve("kafka/meta.properties"))) {
      process(
              "kafka-format",
              "kafka.tools.StorageTool",
              List.of(
                  "format",
                  "--cluster-id",
                  CLUSTER_ID,
                  "--config",
                  properties().toString(),
                  "--standalone"))
          .run(settings.log("kafka-format"), LIMIT);
    }
  }

  JavaProcess broker() {
    return process("kafka", "kafka.Kafka", List.of(properties().toString()));
  }

  private JavaProcess process(String name, String mainClass, List<String> arguments) {
    return new JavaProcess(
        name,
        settings.kafkaLibraries().resolve("*").toString(),
        List.of(
            "-Xms256m",
            "-Xmx768m",
            "-XX:+UseG1GC",
            "-Dlog4j2.configurationFile="
                + settings.root().resolve("flink-conf/log4j2.properties")),
        mainClass,
        arguments,
        Map.of());
  }

  private Path properties() {
    return settings.conf().resolve("server.properties");
  }

  private static String template() throws IOException {
    try (InputStream in = KafkaProcess.class.getResourceAsStream("server.properties")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
