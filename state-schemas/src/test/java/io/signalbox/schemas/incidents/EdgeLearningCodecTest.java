// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import static io.signalbox.analytics.incidents.CorrelationSettings.DEFAULT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.incidents.EdgeHistory;
import io.signalbox.analytics.incidents.EdgeKey;
import io.signalbox.analytics.incidents.EdgeLearning;
import io.signalbox.analytics.incidents.LearnedEdge;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EdgeLearningCodecTest {
  private static final long NOON = 1_772_366_400_000L;

  private static EdgeHistory calm() {
    EdgeHistory edge = new EdgeHistory();
    edge.lastEndMs = NOON;
    edge.slowUntilMs = NOON - 50_000;
    edge.learnedDurations = 16;
    edge.learnedRates = 7;
    edge.usualCalls = 1000;
    edge.usualErrors = 3;
    edge.recentCalls = 150;
    edge.recentErrors = 0.5;
    edge.usualDurationUs = 20_000.5;
    edge.usualRate = 7.25;
    edge.slow.calm = 1;
    return edge;
  }

  private static EdgeHistory eventful() {
    EdgeHistory edge = calm();
    edge.calleeSilent = true;
    edge.errors.sinceMs = NOON - 10_000;
    edge.risenCalls = 100;
    edge.risenErrors = 40;
    edge.risenAnswered = 60;
    edge.usualDurationUs = 1.0 / 3;
    return edge;
  }

  private static EdgeLearning learned() {
    EdgeLearning learning = new EdgeLearning(DEFAULT);
    learning.forgottenMs = NOON;
    learning.refused = 2;
    learning.topology().put(new EdgeKey("web", "cart"), calm());
    learning.topology().put(new EdgeKey("cart", "bank"), eventful());
    learning.put("ep-1", new EdgeLearning.Spoken("web", "cart", NOON));
    learning.put("ep-2", new EdgeLearning.Spoken("", "bank", NOON));
    return learning;
  }

  @Test
  void bytesOfVersionOneAreReadForever() throws IOException {
    byte[] golden = Golden.expect("edge-learning-v1", EdgeLearningCodec.encode(learned()));
    EdgeLearning read = EdgeLearningCodec.decode(golden, DEFAULT);
    assertArrayEquals(golden, EdgeLearningCodec.encode(read));
    assertEquals(learned().spoken(), read.spoken());
    assertEquals(2, read.topology().size());
  }

  @Test
  void reportsOfVersionOneAreReadForever() throws IOException {
    EdgeKey key = new EdgeKey("cart", "bank");
    EdgeReport report = EdgeReport.of("prod", new LearnedEdge(key, eventful()));
    byte[] golden = Golden.expect("edge-report-v1", report.history());
    LearnedEdge read = new EdgeReport("prod", "cart", "bank", golden).learned();
    assertEquals(key, read.key());
    assertEquals(1.0 / 3, read.history().usualDurationUs);
    assertArrayEquals(golden, EdgeReport.of("prod", read).history());
  }

  @Test
  void bytesOfAnotherVersionAreRefused() {
    byte[] bytes = EdgeLearningCodec.encode(learned());
    bytes[0] = 99;
    assertThrows(IllegalArgumentException.class, () -> EdgeLearningCodec.decode(bytes, DEFAULT));
  }
}
