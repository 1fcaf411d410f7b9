// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class PatternEventCodecTest {
  private static PatternEvent withEveryField() {
    Map<EventField, Object> fields = new EnumMap<>(EventField.class);
    for (EventField field : EventField.values()) {
      fields.put(
          field,
          switch (field.type()) {
            case TEXT -> field.label() + " \u00e4";
            case NUMBER -> field.code() / 3.0;
            case COUNT -> -field.code() * 1_000_000_007L;
            case FLAG -> true;
          });
    }
    return new PatternEvent("prod/pay", 1_700_000_000_123L, "anomaly.opened", fields);
  }

  private static byte[] bytes(PatternEvent event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    PatternEventSerializer.INSTANCE.serialize(event, out);
    return out.getCopyOfBuffer();
  }

  private static PatternEvent read(byte[] bytes) throws IOException {
    return PatternEventSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
  }

  @Test
  void theBytesOfVersion1AreReadForEver() throws IOException {
    byte[] stored = Golden.expect("pattern-event-1", bytes(withEveryField()));
    assertEquals(withEveryField(), read(stored));
  }

  @Test
  void anEventWithoutFieldsAndWithALongTextIsReadAsItWasWritten() throws IOException {
    PatternEvent event = new PatternEvent("k".repeat(70_000), -5, "", Map.of());
    assertEquals(event, read(bytes(event)));
  }

  @Test
  void bytesThatNoVersionWroteAreRefused() throws IOException {
    byte[] later = bytes(withEveryField());
    later[0] = 9;
    assertThrows(IOException.class, () -> read(later));
    DataOutputSerializer out = new DataOutputSerializer(64);
    PatternEventCodec.write(new PatternEvent("k", 0, "t", Map.of()), out);
    byte[] unknown = out.getCopyOfBuffer();
    unknown[unknown.length - 1] = 1;
    byte[] longer = java.util.Arrays.copyOf(unknown, unknown.length + 1);
    longer[longer.length - 1] = 126;
    assertThrows(IOException.class, () -> read(longer));
  }
}
