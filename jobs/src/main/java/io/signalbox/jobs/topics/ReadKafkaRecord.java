// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Takes up what {@link WriteKafkaRecord} has written. A record of a foreign writer, without
 * headers, has the timestamp of the Kafka record as its event time.
 */
public final class ReadKafkaRecord implements KafkaRecordDeserializationSchema<Incoming> {
  private static final byte[] NOTHING = {};

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> item, Collector<Incoming> out) {
    Long progress = number(item, WriteKafkaRecord.PROGRESS);
    Long eventMs = number(item, WriteKafkaRecord.EVENT_MS);
    long time = progress != null ? progress : eventMs != null ? eventMs : item.timestamp();
    byte[] value = item.value() == null ? NOTHING : item.value();
    out.collect(
        new Incoming(item.topic(), item.partition(), item.offset(), time, progress != null, value));
  }

  private static @Nullable Long number(ConsumerRecord<byte[], byte[]> item, String name) {
    Header header = item.headers().lastHeader(name);
    if (header == null || header.value() == null) {
      return null;
    }
    try {
      return Long.valueOf(new String(header.value(), UTF_8));
    } catch (NumberFormatException e) {
      return null; // not one of ours
    }
  }

  @Override
  public TypeInformation<Incoming> getProducedType() {
    return TypeInformation.of(Incoming.class);
  }
}
