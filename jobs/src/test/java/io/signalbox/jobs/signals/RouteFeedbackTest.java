// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.DeadLetterReason;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteFeedbackTest {
  private static final long T0 = 1_700_000_000_000L; // 2023-11-14T22:13:20Z

  private OneInputStreamOperatorTestHarness<SignalBatch, SignalBatch> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new RouteBatches());
    harness.open();
    harness.processWatermark(T0);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void say(String at, String series) throws Exception {
    String json =
        "{\"id\":\"fb-1\",\"effective_at\":\""
            + at
            + "\",\"environment\":\"prod\","
            + "\"service\":\"cart\",\"series\":"
            + series
            + ",\"kind\":\"normal\"}";
    List<SignalBatch> cut = new ArrayList<>();
    new RequestCutter(1)
        .cutJson(
            SignalKind.FEEDBACK,
            new Origin("feedback", 0, 7, Long.MAX_VALUE),
            json.getBytes(StandardCharsets.UTF_8),
            cut::add);
    for (SignalBatch batch : cut) {
      harness.processElement(batch, batch.latestMs());
    }
  }

  @Test
  void aStatementAboutASeriesGoesToEachInstanceThatMayHaveIt() throws Exception {
    say("2023-11-14T22:14:00Z", "\"m{mail=a@b}@pod-1\"");
    List<SignalBatch> sent = harness.extractOutputValues();
    assertEquals(
        List.of("", "pod-1", "b}@pod-1"), sent.stream().map(SignalBatch::instance).toList());
    for (SignalBatch batch : sent) {
      assertEquals(BatchKind.FEEDBACK, batch.kind());
      assertEquals(SignalBatch.keyOf("prod", "cart", batch.instance()), batch.key());
      assertEquals(T0 + 40_000, batch.latestMs());
    }
    assertNull(harness.getSideOutput(RouteBatches.FEEDBACK));
  }

  @Test
  void aStatementAboutAServiceGoesToWhereItsSeriesAreCombined() throws Exception {
    say("2023-11-14T22:14:00Z", "null");
    assertEquals(List.of(), harness.extractOutputValues());
    Feedback said = harness.getSideOutput(RouteBatches.FEEDBACK).remove().getValue();
    assertEquals("fb-1", said.id());
    assertEquals("", said.by());
  }

  @Test
  void aStatementThatWouldChangeWhatWasJudgedIsRefusedByName() throws Exception {
    say("2023-11-14T22:13:20Z", "\"m\"");
    assertEquals(List.of(), harness.extractOutputValues());
    DeadLetter letter = harness.getSideOutput(RouteBatches.DEAD_LETTERS).remove().getValue();
    assertEquals(DeadLetterReason.TOO_LATE, letter.reason());
    assertEquals(
        "feedback fb-1: holds from 2023-11-14T22:13:20Z, but event time is 2023-11-14T22:13:20Z",
        letter.detail());
    assertEquals("cart", letter.service());
  }
}
