// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives a record its Kafka form: headers {@code type} and {@code event_ms}, or {@code progress} for
 * a record of progress. The timestamp of the Kafka record is left to the client: retention goes by
 * it, and a replay of old events must not be forgotten at once.
 */
final class WriteKafkaRecord implements KafkaRecordSerializationSchema<Outgoing> {
  static final String TYPE = "type";
  static final String EVENT_MS = "event_ms";
  static final String PROGRESS = "progress";

  private final String topic;
  private final String type;

  WriteKafkaRecord(String topic, String type) {
    this.topic = topic;
    this.type = type;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Outgoing item, KafkaSinkContext context, @Nullable Long timestamp) {
    return record(item);
  }

  ProducerRecord<byte[], byte[]> record(Outgoing item) {
    @Nullable Integer partition = item.partition() == Outgoing.ANY ? null : item.partition();
    byte @Nullable [] key = item.key() == null ? null : item.key().getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> written =
        new ProducerRecord<>(topic, partition, null, key, item.value());
    if (key == null) {
      written.headers().add(PROGRESS, text(item.eventMs()));
    } else {
      written.headers().add(TYPE, type.getBytes(UTF_8)).add(EVENT_MS, text(item.eventMs()));
    }
    return written;
  }

  private static byte[] text(long number) {
    return Long.toString(number).getBytes(UTF_8);
  }
}
