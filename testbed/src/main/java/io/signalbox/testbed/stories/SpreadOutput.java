// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends a simulated world to Kafka so that two runs find the same records on the same partitions:
 * each topic's partitions take turns. The last record of a topic of telemetry goes to all of them,
 * so that every partition ends at the same event time and no reader's idle clock decides how far a
 * run comes. A change tells no time and is sent at once: held back, it would come too late.
 */
public final class SpreadOutput implements SimulationOutput {
  private final Producer<byte[], byte[]> producer;
  private final Map<SignalTopic, Last> last = new EnumMap<>(SignalTopic.class);
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

  /** The newest record of a topic, not sent yet. */
  private record Last(long count, long atMs, byte[] value) {}

  /**
   * Connects.
   *
   * @param bootstrapServers of the cluster
   */
  public SpreadOutput(String bootstrapServers) {
    this(
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "compression.type",
                "zstd",
                "max.request.size",
                32 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  SpreadOutput(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void accept(SignalTopic topic, long atMs, byte[] value) throws IOException {
    throwIfRefused();
    if (topic == SignalTopic.CHANGES) {
      send(topic, 0, new Last(0, atMs, value));
      return;
    }
    Last before = last.get(topic);
    long count = 0;
    if (before != null) {
      count = before.count() + 1;
      send(topic, (int) (before.count() % partitions(topic)), before);
    }
    last.put(topic, new Last(count, atMs, value));
  }

  @Override
  public void close() throws IOException {
    last.forEach(
        (topic, record) -> {
          for (int partition = 0; partition < partitions(topic); partition++) {
            send(topic, partition, record);
          }
        });
    producer.close();
    throwIfRefused();
  }

  // The callback hears of failures; the future would say the same again.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(SignalTopic topic, int partition, Last record) {
    producer.send(
        new ProducerRecord<>(topic.topic(), partition, record.atMs(), null, record.value()),
        (written, problem) -> {
          if (problem != null) {
            refused.compareAndSet(null, problem);
          }
        });
  }

  private int partitions(SignalTopic topic) {
    return producer.partitionsFor(topic.topic()).size();
  }

  private void throwIfRefused() throws IOException {
    Exception problem = refused.get();
    if (problem != null) {
      throw new IOException("Kafka refused a record: " + problem.getMessage(), problem);
    }
  }
}
