// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The text of a record without what depends on transport, so that two runs can be compared. */
final class CanonicalRecord {
  /** Header of records that carry a watermark and nothing else. */
  static final String PROGRESS = "progress";

  /** Fields that say where a record came from; where there are some, the key is made of them. */
  private static final Map<String, List<String>> TRANSPORT =
      Map.of("dead-letters", List.of("topic", "partition", "offset"));

  private static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private CanonicalRecord() {}

  static boolean isProgress(ConsumerRecord<byte[], byte[]> message) {
    return message.headers().lastHeader(PROGRESS) != null;
  }

  /** Topic, key and value; a value that is a JSON object has its keys sorted. */
  static String of(ConsumerRecord<byte[], byte[]> message) {
    String key = TRANSPORT.containsKey(message.topic()) ? "" : text(message.key());
    return message.topic() + " " + key + " " + value(message);
  }

  private static String value(ConsumerRecord<byte[], byte[]> message) {
    byte[] value = message.value();
    if (value == null || value.length == 0 || value[0] != '{') {
      return text(value);
    }
    try {
      JsonNode tree = JSON.readTree(value);
      if (tree instanceof ObjectNode fields) {
        fields.remove(TRANSPORT.getOrDefault(message.topic(), List.of()));
      }
      return JSON.writeValueAsString(JSON.treeToValue(tree, Object.class));
    } catch (IOException notJson) {
      return text(value);
    }
  }

  /** UTF-8 where it is valid, else hex: different bytes never give the same text. */
  private static String text(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "null";
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : "0x" + HexFormat.of().formatHex(bytes);
  }
}
