// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaRecordTest {
  private static final WriteKafkaRecord WRITER = new WriteKafkaRecord("prod-changes", "change");

  @Test
  void aRecordArrivesAsItLeftWithItsEventTime() {
    Outgoing sent = new Outgoing(3, 1234, "prod/cart", "{}".getBytes(UTF_8));

    ProducerRecord<byte[], byte[]> record = WRITER.record(sent);
    Incoming got = read(record, 3);

    assertEquals("prod-changes", record.topic());
    assertEquals(3, record.partition());
    assertArrayEquals("prod/cart".getBytes(UTF_8), record.key());
    assertEquals("change", header(record, "type"));
    assertEquals("1234", header(record, "event_ms"));
    assertEquals(1234, got.eventMs());
    assertEquals(false, got.progress());
    assertArrayEquals(sent.value(), got.value());
    assertEquals("prod-changes/3/17", got.topic() + "/" + got.partition() + "/" + got.offset());
  }

  @Test
  void progressHasNoKeyAndItsOwnHeader() {
    ProducerRecord<byte[], byte[]> record = WRITER.record(Outgoing.progress(2, 4999));

    assertNull(record.key());
    assertEquals("4999", header(record, "progress"));
    assertEquals("{\"progress_ms\":4999,\"partition\":2}", new String(record.value(), UTF_8));
    assertTrue(read(record, 2).progress());
    assertEquals(4999, read(record, 2).eventMs());
  }

  @Test
  void retentionGoesByTheTimeOfWritingNotByOldEventTimes() {
    assertNull(WRITER.record(Outgoing.progress(2, 4999)).timestamp());
  }

  @Test
  void whereNoPartitionIsWantedKafkaChoosesTheSame() {
    Outgoing sent = new Outgoing(Outgoing.ANY, 1, "prod/cart", new byte[0]);

    assertNull(WRITER.record(sent).partition());
    for (int i = 0; i < 100; i++) {
      String key = "service-" + i;
      int kafkas = BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 7);
      assertEquals(kafkas, Outgoing.partitionOf(key, 7));
    }
  }

  @Test
  void aForeignRecordHasTheTimeOfItsKafkaRecord() {
    ProducerRecord<byte[], byte[]> foreign = new ProducerRecord<>("prod-changes", new byte[] {1});
    foreign.headers().add("event_ms", "soon".getBytes(UTF_8)).add("progress", null);

    Incoming got = read(foreign, 0);

    assertEquals(777, got.eventMs());
    assertEquals(false, got.progress());
  }

  @Test
  void aTombstoneIsEmpty() {
    assertEquals(0, read(new ProducerRecord<>("prod-changes", null), 0).value().length);
  }

  private static Incoming read(ProducerRecord<byte[], byte[]> sent, int partition) {
    Headers headers = new RecordHeaders(sent.headers().toArray());
    List<Incoming> got = new ArrayList<>();
    new ReadKafkaRecord()
        .deserialize(
            new ConsumerRecord<>(
                sent.topic(),
                partition,
                17,
                777,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                headers,
                Optional.empty()),
            new ListCollector<>(got));
    assertEquals(1, got.size());
    return got.get(0);
  }

  private static @Nullable String header(ProducerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
