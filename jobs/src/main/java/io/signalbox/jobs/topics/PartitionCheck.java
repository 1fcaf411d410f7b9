// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import io.signalbox.jobs.options.BadOptions;
import io.signalbox.jobs.options.KafkaOptions;
import io.signalbox.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Refuses to start a job over topics whose partitions are not those that it will speak for: a
 * partition without progress records would hold every reader up for good, and nobody would be told.
 */
public final class PartitionCheck {
  private static final long LIMIT_S = 30;

  private PartitionCheck() {}

  /**
   * Asks the brokers how many partitions each topic with progress records has.
   *
   * @param kafka how the brokers are reached
   * @param topics topics that the job reads or writes; those without progress are not looked at
   * @throws BadOptions naming every topic that is missing or has another number of partitions than
   *     {@code kafka.partitions}
   * @throws IllegalStateException when the brokers do not answer
   */
  public static void require(KafkaOptions kafka, Collection<Topic<?>> topics) {
    List<String> names =
        topics.stream().filter(Topic::progress).map(t -> kafka.topicPrefix() + t.name()).toList();
    Properties settings = new Properties();
    settings.putAll(kafka.properties());
    settings.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
    try (Admin admin = Admin.create(settings)) {
      List<String> problems = problems(count(admin, names), kafka.partitions());
      if (!problems.isEmpty()) {
        throw new BadOptions(problems);
      }
    }
  }

  /** One sentence for each topic that does not fit, in the order of their names. */
  static List<String> problems(Map<String, Optional<Integer>> found, int wanted) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(found)
        .forEach(
            (topic, partitions) -> {
              if (partitions.isEmpty()) {
                problems.add(
                    "topic " + topic + " does not exist: make it with " + wanted + " partitions");
              } else if (partitions.get() != wanted) {
                problems.add(
                    "topic "
                        + topic
                        + " has "
                        + partitions.get()
                        + " partitions, but kafka.partitions = '"
                        + wanted
                        + "': they must be equal, for every job that reads or writes it");
              }
            });
    return problems;
  }

  private static Map<String, Optional<Integer>> count(Admin admin, List<String> topics) {
    Map<String, Optional<Integer>> found = new TreeMap<>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach((topic, answer) -> found.put(topic, partitions(topic, answer)));
    return found;
  }

  private static Optional<Integer> partitions(String topic, KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(answer.get(LIMIT_S, TimeUnit.SECONDS).partitions().size());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topic " + topic, stop);
    } catch (ExecutionException | TimeoutException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw new IllegalStateException(
          "the brokers do not say how many partitions topic " + topic + " has: " + failed, failed);
    }
  }
}
