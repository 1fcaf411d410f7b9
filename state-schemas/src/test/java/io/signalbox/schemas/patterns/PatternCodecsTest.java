// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.FieldType;
import io.signalbox.analytics.patterns.Hub;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.Role;
import io.signalbox.analytics.patterns.Sighting;
import io.signalbox.analytics.patterns.SymptomWatch;
import io.signalbox.analytics.patterns.WatchedSymptom;
import io.signalbox.schemas.signals.Golden;
import io.signalbox.schemas.signals.SightingCodec;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class PatternCodecsTest {
  private static final long T0 = 1_700_000_000_000L;

  @Test
  void releasedBytesOfSightingsAreRead() throws IOException {
    List<Sighting> seen =
        List.of(
            new Sighting("row@1", 0, 7, T0, Sighting.Nature.COUNTER, 1.5, 2, Map.of("name", "db")),
            new Sighting("row@1", 1, -7, T0 + 1, Sighting.Nature.LEVEL, -0.0, 1, Map.of()));
    assertEquals(
        seen, SightingCodec.read(Golden.expect("sightings-v1", SightingCodec.write(seen))));
  }

  @Test
  void releasedBytesOfAWatchAreRead() throws IOException {
    SymptomWatch watch = new SymptomWatch("prod", "pay");
    WatchedSymptom known = new WatchedSymptom();
    known.lastSeenMs = T0;
    known.lastToldMs = T0 - 5;
    known.streak = 2;
    known.active = true;
    known.usual = 0.25;
    known.usualReadings = 9;
    known.over = 20;
    known.counters.put(-3L, 17.0);
    known.points.put(T0, 0.5);
    watch.rows.put("row@1", new TreeMap<>(Map.of(fields("db"), known)));
    watch.firstSeenMs.put("row@1", T0 - 100);
    byte[] stored = Golden.expect("symptom-watch-v1", SymptomWatchCodec.write(watch));
    SymptomWatch read = new SymptomWatch("prod", "pay");
    SymptomWatchCodec.read(stored, read);
    assertArrayEquals(stored, SymptomWatchCodec.write(read));
    assertEquals(1, read.places());
  }

  private static SymptomWatch.Fields fields(String name) {
    return new SymptomWatch.Fields(Map.of("name", name));
  }

  @Test
  void releasedBytesOfAHubAreRead() throws IOException {
    Hub hub = new Hub("service|prod/pay", 256);
    hub.see("shop", Role.CALLEE, T0);
    hub.seeAt("node|prod/n1", T0);
    for (int i = 0; i < 3; i++) {
      hub.calls("prod", "pay", "bank", 10 + i, T0);
    }
    byte[] stored = Golden.expect("hub-v1", HubCodec.write(hub));
    Hub read = new Hub("service|prod/pay", 256);
    HubCodec.read(stored, read);
    assertArrayEquals(stored, HubCodec.write(read));
    assertEquals(2, read.members.size());
  }

  @Test
  void releasedBytesOfAnEventAreRead() throws IOException {
    PatternEvent event =
        new PatternEvent(
            "service|prod/pay",
            T0,
            "symptom.restart",
            Map.of(
                EventField.SERVICE,
                "pay",
                EventField.VALUE,
                1.5,
                EventField.COUNT,
                -3L,
                EventField.INFERRED,
                true));
    byte[] stored = Golden.expect("pattern-event-v1", PatternEventCodec.encode(event));
    assertEquals(event, PatternEventCodec.decode(stored));
    byte[] unknown = stored.clone();
    unknown[0] = 9;
    assertThrows(IllegalArgumentException.class, () -> PatternEventCodec.decode(unknown));
  }

  @Property
  void everyEventComesBackThroughFlink(@ForAll("events") PatternEvent event) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    PatternEventSerializer.INSTANCE.serialize(event, out);
    var in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertEquals(event, PatternEventSerializer.INSTANCE.deserialize(in));
    assertEquals(0, in.available());
  }

  @Provide
  Arbitrary<PatternEvent> events() {
    Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '\u07ff').ofMaxLength(6);
    Arbitrary<Map<EventField, String>> fields =
        Arbitraries.maps(Arbitraries.of(EventField.values()), text).ofMaxSize(12);
    return Combinators.combine(text, Arbitraries.longs(), text, fields)
        .as((key, atMs, type, said) -> new PatternEvent(key, atMs, type, typed(said)));
  }

  private static Map<EventField, Object> typed(Map<EventField, String> said) {
    Map<EventField, Object> fields = new EnumMap<>(EventField.class);
    said.forEach(
        (field, text) ->
            fields.put(
                field,
                field.type() == FieldType.TEXT
                    ? text
                    : field.type() == FieldType.NUMBER
                        ? (Object) (text.hashCode() / 3.0)
                        : field.type() == FieldType.COUNT
                            ? (Object) (long) text.hashCode()
                            : (Object) (text.length() % 2 == 0)));
    return fields;
  }
}
