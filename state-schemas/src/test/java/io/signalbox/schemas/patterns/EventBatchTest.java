// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class EventBatchTest {
  private static final long TICK = 1_700_000_000_000L;

  private static final List<PatternEvent> EVENTS =
      List.of(
          new PatternEvent("service|prod/pay", TICK, "symptom.restart", Map.of()),
          new PatternEvent(
              "node|prod/n1",
              TICK + 999,
              "symptom.restart",
              Map.of(EventField.NODE, "n1 \u00e4", EventField.COUNT, 3L)),
          new PatternEvent(
              "service|prod/" + "k".repeat(500),
              TICK + 500,
              "anomaly.opened",
              Map.of(EventField.RATIO, 2.5)));

  private static EventBatch batch() {
    EventBatchWriter writer = new EventBatchWriter(119, TICK);
    EVENTS.forEach(writer::add);
    return writer.toBatch();
  }

  private static List<PatternEvent> read(EventBatch batch, Predicate<String> wanted) {
    List<PatternEvent> events = new ArrayList<>();
    batch.read(wanted, events::add);
    return events;
  }

  private static byte[] bytes(EventBatch batch) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    EventBatchSerializer.INSTANCE.serialize(batch, out);
    return out.getCopyOfBuffer();
  }

  private static EventBatch of(byte[] bytes) throws IOException {
    return EventBatchSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
  }

  @Test
  void theBytesOfVersion1AreReadForEver() throws IOException {
    EventBatch stored = of(Golden.expect("event-batch-1", bytes(batch())));
    assertEquals(119, stored.shard());
    assertEquals(TICK, stored.tickMs());
    assertArrayEquals(batch().sections(), stored.sections());
    assertEquals(EVENTS, read(stored, type -> true));
  }

  @Test
  void eventsOfTypesThatNobodyWantsArePassedOver() {
    assertEquals(EVENTS.subList(2, 3), read(batch(), "anomaly.opened"::equals));
    assertEquals(EVENTS.subList(0, 2), read(batch(), "symptom.restart"::equals));
    assertTrue(batch().holds("anomaly.opened"::equals));
    assertFalse(batch().holds("anomaly.closed"::equals));
  }

  @Test
  void aWriterKnowsHowManyBytesTheBatchHas() {
    EventBatchWriter writer = new EventBatchWriter(0, TICK);
    EVENTS.forEach(writer::add);
    assertEquals(writer.bytes(), writer.toBatch().sections().length);
  }

  @Test
  void bytesThatNoVersionWroteAreRefused() throws IOException {
    byte[] later = bytes(batch());
    later[0] = 9;
    assertThrows(IOException.class, () -> of(later));
    byte[] sections = batch().sections();
    EventBatch torn = new EventBatch(0, TICK, Arrays.copyOf(sections, sections.length - 3));
    assertThrows(UncheckedIOException.class, () -> read(torn, type -> true));
  }
}
