// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The topics of a Kafka cluster: made, and measured. */
public final class KafkaTopics implements AutoCloseable {
  private static final long LIMIT_S = 20;
  private final Admin admin;

  /** Connects to a cluster by its {@code bootstrap.servers}. */
  public KafkaTopics(String bootstrapServers) {
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                5_000,
                "default.api.timeout.ms",
                15_000));
  }

  /** True when the cluster has a node that answers. */
  public boolean answers() throws IOException {
    return !get(admin.describeCluster().nodes()).isEmpty();
  }

  /** Makes those topics that do not exist yet and returns their names. */
  public List<String> createMissing(Collection<TopicSpec> wanted) throws IOException {
    Set<String> there = get(admin.listTopics().names());
    List<NewTopic> missing = new ArrayList<>();
    for (TopicSpec topic : wanted) {
      if (!there.contains(topic.name())) {
        missing.add(
            new NewTopic(topic.name(), topic.partitions(), topic.replication())
                .configs(topic.config()));
      }
    }
    get(admin.createTopics(missing).all());
    return missing.stream().map(NewTopic::name).toList();
  }

  /** Partitions of all topics that are not Kafka's own. */
  public List<TopicPartition> partitions() throws IOException {
    return partitions(get(admin.listTopics().names()));
  }

  /** Partitions of the named topics. */
  public List<TopicPartition> partitions(Collection<String> topics) throws IOException {
    List<TopicPartition> partitions = new ArrayList<>();
    get(admin.describeTopics(topics).allTopicNames())
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(p -> partitions.add(new TopicPartition(name, p.partition()))));
    return partitions;
  }

  /** First offset after the last record that readers of that isolation may see. */
  public Map<TopicPartition, Long> ends(
      Collection<TopicPartition> partitions, IsolationLevel isolation) throws IOException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /** End offsets summed over the partitions of each topic, transaction markers included. */
  public SortedMap<String, Long> endsByTopic() throws IOException {
    SortedMap<String, Long> sums = new TreeMap<>();
    ends(partitions(), IsolationLevel.READ_UNCOMMITTED)
        .forEach((partition, end) -> sums.merge(partition.topic(), end, Long::sum));
    return sums;
  }

  /** The offset of each partition that every consumer group reading it has committed. */
  public Map<TopicPartition, Long> committed() throws IOException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (var group : get(admin.listGroups().all())) {
      get(admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata())
          .forEach((partition, offset) -> committed.merge(partition, offset.offset(), Math::min));
    }
    return committed;
  }

  @Override
  public void close() {
    admin.close();
  }

  private static <T> T get(KafkaFuture<T> future) throws IOException {
    try {
      return future.get(LIMIT_S, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IOException(stop);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException("Kafka: " + failed.getMessage(), failed);
    }
  }
}
