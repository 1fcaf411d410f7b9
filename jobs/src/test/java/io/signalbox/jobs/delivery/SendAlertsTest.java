// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.AlertmanagerOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SendAlertsTest {
  private static final long NOW = Instant.parse("2026-03-01T12:02:00Z").toEpochMilli();
  private static final long INTERVAL = 30_000;
  private static final int MAX_PARALLELISM = 16;

  private HttpPager pager;

  @BeforeEach
  void open() throws IOException {
    pager = new HttpPager();
  }

  @AfterEach
  void close() {
    pager.close();
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness(
      List<String> urls, int parallelism, int subtask) throws Exception {
    SendAlerts operator =
        new SendAlerts(new AlertmanagerOptions(urls, Duration.ofMillis(INTERVAL), ""));
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, Incident::id, Types.STRING, MAX_PARALLELISM, parallelism, subtask);
    harness.setProcessingTime(NOW);
    return harness;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Incident, Void> harness()
      throws Exception {
    return harness(List.of(pager.url()), 1, 0);
  }

  /** Waits until an answer has come and the task has heard of it. */
  private static void hear(AbstractStreamOperatorTestHarness<Void> harness) throws Exception {
    harness.getTaskMailbox().take(0).run();
  }

  @Test
  void anOpenIncidentIsSentAtOnceAndAgainEachInterval() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      assertEquals(List.of("inc-1 r1 fires until " + (NOW + 3 * INTERVAL)), pager.said(NOW));
      hear(harness);

      harness.setProcessingTime(NOW + INTERVAL - 1);
      assertEquals(0, pager.unread());
      harness.setProcessingTime(NOW + INTERVAL);
      assertEquals(List.of("inc-1 r1 fires until " + (NOW + 4 * INTERVAL)), pager.said(NOW));
    }
  }

  @Test
  void theEndIsSentWhenACheckpointHoldsIt() throws Exception {
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      assertEquals(1, pager.said(NOW).size());
      hear(harness);
      harness.processElement(Heard.revision("inc-1", 2, "resolved"));
      harness.snapshot(1, NOW);
      assertEquals(0, pager.unread());

      harness.notifyOfCompletedCheckpoint(1);
      assertEquals(List.of("inc-1 r2 is over"), pager.said(NOW));
    }
  }

  @Test
  void aRestartSendsWhatItsCheckpointHoldsAndTakesNoOldRevision() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 2, "updated"));
      harness.processElement(Heard.revision("inc-2", 1, "open"));
      harness.processElement(Heard.revision("inc-2", 2, "resolved"));
      state = harness.snapshot(1, NOW);
      assertEquals(1, pager.said(NOW).size());
    }
    try (var harness = harness()) {
      harness.initializeState(state);
      harness.open();
      assertEquals(
          List.of("inc-1 r2 fires until " + (NOW + 3 * INTERVAL), "inc-2 r2 is over"),
          pager.said(NOW));
      hear(harness);
      harness.processElement(Heard.revision("inc-2", 1, "open"));
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      harness.setProcessingTime(NOW + INTERVAL);
      assertEquals(List.of("inc-1 r2 fires until " + (NOW + 4 * INTERVAL)), pager.said(NOW));
    }
  }

  @Test
  void aServerThatFailsIsAskedAgainAfterAPauseThatGrows() throws Exception {
    pager.willAnswer(503, 500);
    try (var harness = harness()) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      assertEquals(1, pager.said(NOW).size());
      hear(harness);
      harness.setProcessingTime(NOW + 499);
      assertEquals(0, pager.unread());
      harness.setProcessingTime(NOW + 500);
      assertEquals(1, pager.said(NOW).size());
      hear(harness);
      harness.processElement(Heard.revision("inc-1", 2, "updated"));
      harness.setProcessingTime(NOW + 1000);
      assertEquals(0, pager.unread());
      harness.setProcessingTime(NOW + 1500);
      assertEquals(List.of("inc-1 r2 fires until " + (NOW + 1500 + 3 * INTERVAL)), pager.said(NOW));
    }
  }

  @Test
  void oneInstanceThatAnswersIsEnough() throws Exception {
    HttpPager gone = new HttpPager();
    gone.close();
    try (var harness = harness(List.of(gone.url(), pager.url()), 1, 0)) {
      harness.open();
      harness.processElement(Heard.revision("inc-1", 1, "open"));
      assertEquals(1, pager.said(NOW).size());
      hear(harness);

      harness.setProcessingTime(NOW + INTERVAL - 1);
      assertEquals(0, pager.unread(), "it was not a failure");
    }
  }

  @Test
  void afterARescaleEachIncidentIsSentByOneTask() throws Exception {
    OperatorSubtaskState state;
    List<String> ids = IntStream.range(0, 20).mapToObj(i -> "inc-" + i).toList();
    try (var harness = harness()) {
      harness.open();
      for (String id : ids) {
        harness.processElement(Heard.revision(id, 1, "open"));
      }
      state = harness.snapshot(1, NOW);
      pager.said(NOW);
    }
    List<String> said = new ArrayList<>();
    for (int subtask = 0; subtask < 2; subtask++) {
      try (var harness = harness(List.of(pager.url()), 2, subtask)) {
        harness.initializeState(
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, MAX_PARALLELISM, 1, 2, subtask));
        harness.open();
        List<String> part = pager.said(NOW);
        assertTrue(part.size() < ids.size());
        said.addAll(part);
      }
    }
    assertEquals(
        ids.stream().map(id -> id + " r1 fires until " + (NOW + 3 * INTERVAL)).sorted().toList(),
        said.stream().sorted().toList());
  }
}
