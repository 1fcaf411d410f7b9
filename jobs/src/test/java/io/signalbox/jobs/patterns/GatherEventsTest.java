// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class GatherEventsTest {
  private static final long T0 = 1_767_268_800_000L;

  private static OneInputStreamOperatorTestHarness<PatternEvent, EventBatch> harness(
      boolean onArrival) throws Exception {
    GatherEvents operator = new GatherEvents();
    if (onArrival) {
      operator.gatherNothing();
    }
    var harness = new OneInputStreamOperatorTestHarness<PatternEvent, EventBatch>(operator);
    harness.open();
    return harness;
  }

  private static PatternEvent event(String key, long atMs, String type) {
    return new PatternEvent("service|prod/" + key, atMs, type, Map.of(EventField.SERVICE, key));
  }

  private static void put(
      OneInputStreamOperatorTestHarness<PatternEvent, EventBatch> harness, PatternEvent event)
      throws Exception {
    harness.processElement(new StreamRecord<>(event, event.timeMs()));
  }

  @Test
  void theEventsOfAShardAndTickAreOneRecordThatGoesBeforeTheWatermark() throws Exception {
    try (var harness = harness(false)) {
      put(harness, event("pay", T0 + 1, "symptom.restart"));
      put(harness, event("pay", T0 + 1000, "symptom.restart"));
      put(harness, event("pay", T0 + 999, "symptom.ready"));
      assertTrue(harness.getOutput().isEmpty());

      harness.processWatermark(T0 + 998);
      assertEquals(1, harness.getOutput().size());
      harness.processWatermark(T0 + 999);

      assertEquals(3, harness.getOutput().size());
      EventBatch batch = harness.extractOutputValues().get(0);
      assertEquals(T0, batch.tickMs());
      assertEquals(
          List.of(event("pay", T0 + 1, "symptom.restart"), event("pay", T0 + 999, "symptom.ready")),
          EventBatches.events(batch));
      List<Object> out = new ArrayList<>(harness.getOutput());
      assertEquals(new Watermark(T0 + 999), out.get(2));
    }
  }

  @Test
  void everythingGoesBeforeABarrierAndAtTheEnd() throws Exception {
    try (var harness = harness(false)) {
      put(harness, event("pay", T0, "symptom.restart"));
      harness.prepareSnapshotPreBarrier(1);
      assertEquals(1, harness.extractOutputValues().size());

      put(harness, event("pay", T0, "symptom.restart"));
      harness.getOneInputOperator().finish();
      assertEquals(2, harness.extractOutputValues().size());
    }
  }

  @Test
  void whatIsLateOrMustNotWaitGoesAtOnce() throws Exception {
    try (var harness = harness(false)) {
      harness.processWatermark(T0 + 5000);
      put(harness, event("pay", T0, "symptom.restart"));
      assertEquals(1, harness.extractOutputValues().size());
    }
    try (var harness = harness(true)) {
      put(harness, event("pay", T0, "symptom.restart"));
      assertEquals(1, harness.extractOutputValues().size());
    }
  }

  @Test
  void nothingIsLostOrDoubledHoweverTheWatermarkMovesAndHoweverMuchThereIs() throws Exception {
    Random random = new Random(3);
    List<PatternEvent> in = new ArrayList<>();
    List<PatternEvent> out = new ArrayList<>();
    try (var harness = harness(false)) {
      for (int i = 0; i < 20_000; i++) {
        long passedMs = T0 + 10L * (i / 100);
        long atMs = passedMs + random.nextInt(8_000);
        String key = random.nextBoolean() ? "pay" : "s" + random.nextInt(500);
        PatternEvent event = event(key + "x".repeat(random.nextInt(40)), atMs, "t" + i % 7);
        in.add(event);
        put(harness, event);
        if (random.nextInt(500) == 0) {
          harness.processWatermark(passedMs - 1);
        }
      }
      harness.processWatermark(Long.MAX_VALUE);
      harness.extractOutputValues().forEach(batch -> out.addAll(EventBatches.events(batch)));
      for (EventBatch batch : harness.extractOutputValues()) {
        for (PatternEvent event : EventBatches.events(batch)) {
          assertEquals(batch.shard(), KeyShard.of(event.key()));
        }
      }
    }
    Comparator<PatternEvent> order = Comparator.comparing(PatternEvent::toString);
    in.sort(order);
    out.sort(order);
    assertEquals(in, out);
  }
}
