// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.Hash64;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a rule to the jobs and waits for what they make of it. Each text is a key of its own, so
 * that compaction leaves them all for a replay; one that is refused is taken off the topic again,
 * because a replay from the beginning would come early enough to accept it.
 */
public final class RulePublisher implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long SEND_SECONDS = 20;

  private final String rulesTopic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> verdicts;

  /**
   * Connects, and listens from now on.
   *
   * @param bootstrap {@code host:port}, several separated by commas
   * @param topicPrefix of all topics of this installation; may be empty
   * @param rulesTopic where rules are sent, without the prefix
   * @param answers where the jobs say what became of them
   * @throws IOException when Kafka does not answer, or has no such topic
   */
  public RulePublisher(
      String bootstrap, String topicPrefix, String rulesTopic, Topic<RuleVerdict> answers)
      throws IOException {
    this.rulesTopic = topicPrefix + rulesTopic;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(SEND_SECONDS)),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    // Verdicts are told before the checkpoint that makes them final: a restart decides the same.
    verdicts =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_uncommitted",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(SEND_SECONDS),
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = partitions(bootstrap, topicPrefix + answers.name());
    verdicts.assign(partitions);
    verdicts.seekToEnd(partitions);
    partitions.forEach(verdicts::position); // the end is where it is now, not at the first poll
  }

  private List<TopicPartition> partitions(String bootstrap, String topic) throws IOException {
    List<PartitionInfo> found = List.of();
    String why = "it has no topic " + topic;
    try {
      found = verdicts.partitionsFor(topic);
    } catch (KafkaException problem) {
      why = problem.getMessage();
    }
    if (found.isEmpty()) {
      close();
      throw new IOException("Kafka at " + bootstrap + " cannot be used: " + why);
    }
    return found.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  /**
   * Sends a rule and waits.
   *
   * @param id of the rule
   * @param version of the rule
   * @param text as it is sent
   * @param patience how long to wait
   * @return null when no job has answered in time
   * @throws IOException when Kafka does not take it
   */
  public @Nullable RuleVerdict publish(String id, int version, String text, Duration patience)
      throws IOException, InterruptedException {
    byte[] value = text.getBytes(UTF_8);
    byte[] key = key(id, version, value);
    send(key, value);
    long untilNs = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() - untilNs < 0) {
      for (ConsumerRecord<byte[], byte[]> answer : verdicts.poll(POLL)) {
        RuleVerdict verdict = verdict(answer);
        if (verdict != null && verdict.pattern().equals(id) && verdict.version() == version) {
          if (!verdict.accepted()) {
            send(key, null);
          }
          return verdict;
        }
      }
    }
    return null;
  }

  /** Two texts of one version have two keys: the one that is refused leaves the other in place. */
  static byte[] key(String id, int version, byte[] text) {
    String hash = HexFormat.of().toHexDigits(Hash64.of(text, 0, text.length));
    return (id + "/" + version + "/" + hash).getBytes(UTF_8);
  }

  /** Progress records and what others wrote are no verdicts. */
  private static @Nullable RuleVerdict verdict(ConsumerRecord<byte[], byte[]> answer)
      throws IOException {
    return answer.value() == null || answer.value().length == 0
        ? null
        : RecordJson.read(answer.value(), RuleVerdict.class);
  }

  private void send(byte[] key, byte @Nullable [] value) throws IOException, InterruptedException {
    try {
      producer
          .send(new ProducerRecord<>(rulesTopic, key, value))
          .get(SEND_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Kafka does not take a rule: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
    verdicts.close();
  }
}
