// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.KafkaTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that readers of committed output can see, as a multiset. */
public final class CommittedRecords {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private CommittedRecords() {}

  /**
   * Reads topics from their beginning to the end of what is committed now.
   *
   * @return how often each canonical record occurs; progress records are left out
   * @throws IllegalStateException when the end is not reached
   */
  static SortedMap<String, Integer> read(String bootstrapServers, Collection<String> topics)
      throws IOException {
    SortedMap<String, Integer> records = new TreeMap<>();
    read(
        bootstrapServers,
        topics,
        message -> {
          if (!CanonicalRecord.isProgress(message)) {
            records.merge(CanonicalRecord.of(message), 1, Integer::sum);
          }
        });
    return records;
  }

  /**
   * The same, one message after the other, those of progress too.
   *
   * @param visitor takes the messages, in the order of each partition
   */
  public static void read(
      String bootstrapServers,
      Collection<String> topics,
      Consumer<ConsumerRecord<byte[], byte[]>> visitor)
      throws IOException {
    Map<TopicPartition, Long> ends;
    try (KafkaTopics kafka = new KafkaTopics(bootstrapServers)) {
      ends = kafka.ends(kafka.partitions(topics), IsolationLevel.READ_COMMITTED);
    }
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers)) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      long stop = System.nanoTime() + LIMIT.toNanos();
      while (!reached(consumer, ends)) {
        if (System.nanoTime() > stop) {
          throw new IllegalStateException("could not read " + topics + " to the end");
        }
        consumer.poll(POLL).forEach(visitor);
      }
    }
  }

  private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
