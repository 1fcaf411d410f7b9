// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.patterns.Hub;
import io.signalbox.analytics.patterns.Role;
import io.signalbox.analytics.patterns.Sighting;
import io.signalbox.analytics.patterns.SymptomWatch;
import io.signalbox.analytics.patterns.WatchedSymptom;
import io.signalbox.schemas.signals.Golden;
import io.signalbox.schemas.signals.SightingCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
}
