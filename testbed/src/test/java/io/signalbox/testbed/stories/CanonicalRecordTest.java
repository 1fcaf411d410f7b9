// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class CanonicalRecordTest {
  @Test
  void theOrderOfKeysDoesNotMatterAndTheirValuesDo() {
    String seen = CanonicalRecord.of(message("edges", "k", "{\"a\":1,\"b\":{\"d\":2,\"c\":3}}"));

    assertEquals(
        seen, CanonicalRecord.of(message("edges", "k", "{\"b\":{\"c\":3,\"d\":2},\"a\":1}")));
    assertNotEquals(
        seen, CanonicalRecord.of(message("edges", "k", "{\"b\":{\"c\":3,\"d\":2},\"a\":2}")));
  }

  @Test
  void topicAndKeyArePartOfARecord() {
    String seen = CanonicalRecord.of(message("edges", "k", "{}"));

    assertNotEquals(seen, CanonicalRecord.of(message("edges", "l", "{}")));
    assertNotEquals(seen, CanonicalRecord.of(message("changes", "k", "{}")));
  }

  @Test
  void whereADeadLetterWasReadDoesNotMatter() {
    String seen =
        CanonicalRecord.of(
            message("dead-letters", "otlp_logs/0/7", "{\"offset\":7,\"reason\":\"garbled\"}"));

    assertEquals(
        seen,
        CanonicalRecord.of(
            message("dead-letters", "otlp_logs/1/9", "{\"offset\":9,\"reason\":\"garbled\"}")));
  }

  @Test
  void bytesThatAreNoTextStayDistinct() {
    byte[] one = {(byte) 0xff, 1};
    byte[] other = {(byte) 0xfe, 1};

    assertNotEquals(
        CanonicalRecord.of(new ConsumerRecord<>("late", 0, 0, one, one)),
        CanonicalRecord.of(new ConsumerRecord<>("late", 0, 0, other, one)));
  }

  @Test
  void aProgressRecordIsKnownByItsHeader() {
    ConsumerRecord<byte[], byte[]> progress = message("edges", "k", "{}");
    progress.headers().add("progress", new byte[0]);

    assertTrue(CanonicalRecord.isProgress(progress));
    assertFalse(CanonicalRecord.isProgress(message("edges", "k", "{}")));
  }

  private static ConsumerRecord<byte[], byte[]> message(String topic, String key, String value) {
    return new ConsumerRecord<>(topic, 0, 0, key.getBytes(UTF_8), value.getBytes(UTF_8));
  }
}
