// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.simulator.faults.EventSpan;
import io.signalbox.simulator.output.SignalTopic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long topics keep records. Kafka counts from a record's own time, which here is event time: a
 * world of long ago is deleted as soon as it is written.
 *
 * @param milliseconds by topic; negative for ever
 */
record Retention(SortedMap<String, Long> milliseconds) {
  private static final int PATIENCE_MS = 20_000;

  /**
   * Asks Kafka.
   *
   * @throws IOException when it does not answer, or a topic is missing
   */
  static Retention of(String bootstrap) throws IOException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MS,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MS / 2);
    List<ConfigResource> topics =
        Stream.of(SignalTopic.values())
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topic()))
            .toList();
    SortedMap<String, Long> kept = new TreeMap<>();
    try (Admin admin = Admin.create(settings)) {
      Map<ConfigResource, Config> configs = admin.describeConfigs(topics).all().get();
      configs.forEach((topic, config) -> kept.put(topic.name(), retention(config)));
      return new Retention(kept);
    } catch (ExecutionException | KafkaException problem) {
      throw new IOException(
          "cannot use Kafka at " + bootstrap + ": " + problem.getMessage(), problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  /** A sentence for each topic that will not keep records of that start, seen from now. */
  List<String> warnings(Instant start, Instant now) {
    long age = Duration.between(start, now).toMillis();
    return milliseconds.entrySet().stream()
        .filter(topic -> topic.getValue() >= 0 && topic.getValue() < age)
        .map(topic -> warning(topic.getKey(), topic.getValue(), start))
        .toList();
  }

  private static String warning(String topic, long kept, Instant start) {
    return "signalbox: warning: topic "
        + topic
        + " deletes records "
        + EventSpan.format(Duration.ofMillis(kept))
        + " after their event time, and this world starts at "
        + start
        + "; give --start a later time, or the topic retention.ms=-1";
  }

  private static long retention(Config config) {
    return Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value());
  }
}
