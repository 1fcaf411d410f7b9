// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.output;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records as a Collector's Kafka exporter does: no key, the record's time is event time, and
 * partitions take turns. The producer is idempotent, so no record is there twice.
 */
public final class KafkaOutput implements SimulationOutput {
  private static final int LARGEST_REQUEST_BYTES = 32 << 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
  private final Map<SignalTopic, Turns> turns = new EnumMap<>(SignalTopic.class);

  /**
   * Connects.
   *
   * @param bootstrap {@code host:port}, several separated by commas
   * @throws IOException when no such host can be found
   */
  public KafkaOutput(String bootstrap) throws IOException {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 20);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    try {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException problem) {
      throw new IOException("cannot reach Kafka at " + bootstrap, problem);
    }
  }

  // The callback hears of failures; the future would say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  @Override
  public void accept(SignalTopic topic, long atMs, byte[] record) throws IOException {
    throwIfRefused();
    try {
      int partition = turns.computeIfAbsent(topic, this::turns).next();
      producer.send(
          new ProducerRecord<>(topic.topic(), partition, atMs, null, record),
          (written, problem) -> {
            if (problem != null) {
              refused.compareAndSet(null, problem);
            }
          });
    } catch (KafkaException problem) {
      throw new IOException("Kafka did not take a record: " + problem.getMessage(), problem);
    }
  }

  @Override
  public void close() throws IOException {
    producer.close();
    throwIfRefused();
  }

  private void throwIfRefused() throws IOException {
    Exception problem = refused.get();
    if (problem != null) {
      throw new IOException("Kafka refused a record: " + problem.getMessage(), problem);
    }
  }

  private Turns turns(SignalTopic topic) {
    return new Turns(producer.partitionsFor(topic.topic()).size());
  }

  private static final class Turns {
    private final int partitions;
    private int last = -1;

    Turns(int partitions) {
      this.partitions = partitions;
    }

    int next() {
      last = (last + 1) % partitions;
      return last;
    }
  }
}
