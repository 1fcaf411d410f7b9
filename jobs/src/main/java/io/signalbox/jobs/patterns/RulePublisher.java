// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.patterns.reading.RuleDocument;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.Hash64;
import io.signalbox.schemas.topics.Topics;
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
   * @param rulesTopic of live rules, without the prefix
   */
  public RulePublisher(String bootstrap, String topicPrefix, String rulesTopic) {
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
                "read_uncommitted"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        verdicts.partitionsFor(topicPrefix + Topics.PATTERN_VERDICTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    verdicts.assign(partitions);
    verdicts.seekToEnd(partitions);
    partitions.forEach(verdicts::position); // the end is where it is now, not at the first poll
  }

  /**
   * Sends a rule and waits.
   *
   * @param rule what it says
   * @param text as it is sent
   * @param patience how long to wait
   * @return null when no job has answered in time
   * @throws IOException when Kafka does not take it
   */
  public @Nullable RuleVerdict publish(RuleDocument rule, String text, Duration patience)
      throws IOException, InterruptedException {
    byte[] value = text.getBytes(UTF_8);
    byte[] key = key(rule, value);
    send(key, value);
    long untilNs = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() - untilNs < 0) {
      for (ConsumerRecord<byte[], byte[]> answer : verdicts.poll(POLL)) {
        RuleVerdict verdict = verdict(answer);
        if (verdict != null
            && verdict.pattern().equals(rule.id())
            && verdict.version() == rule.version()) {
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
  static byte[] key(RuleDocument rule, byte[] text) {
    String hash = HexFormat.of().toHexDigits(Hash64.of(text, 0, text.length));
    return (rule.id() + "/" + rule.version() + "/" + hash).getBytes(UTF_8);
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
