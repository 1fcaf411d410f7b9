// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.finops.CostEpisode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TieCostsTest {
  private static final int GROUPS = 16;
  private static final long START = UsageWorld.START;
  private static final long HOUR = 3_600_000L;

  private static GenAiEvent call(long atMs, String service, String model, String operation) {
    Map<String, String> said =
        new TreeMap<>(
            Map.of(
                "gen_ai.operation.name",
                operation,
                "gen_ai.request.model",
                model,
                "gen_ai.usage.input_tokens",
                "5",
                "tenant",
                "acme"));
    Instant at = Instant.ofEpochMilli(atMs);
    return new GenAiEvent("span", at, "prod", service, "s", "t", "s", 5, false, said);
  }

  private static CostEpisode episode(
      String id, int revision, EpisodeStatus status, String model, long fromMs, long toldMs) {
    return new CostEpisode(
        id,
        revision,
        status,
        "model",
        model,
        "cost",
        "up",
        "volume",
        Instant.ofEpochMilli(fromMs),
        Instant.ofEpochMilli(fromMs + HOUR),
        "5",
        "1",
        "4",
        Map.of("volume", "4"),
        false,
        0.5,
        1e-6,
        5,
        1,
        0.5,
        1.5,
        Instant.ofEpochMilli(toldMs));
  }

  /** Calls of seven services in two hours, and two episodes. */
  private static List<CostSign> signs() throws Exception {
    List<GenAiEvent> calls = new ArrayList<>();
    for (int service = 0; service < 7; service++) {
      for (int i = 0; i <= 3 * service; i++) {
        long at = START + (long) i * 7 * 60_000;
        calls.add(call(at, "s" + service, service == 6 ? "other" : "gpt", "chat"));
        calls.add(call(at, "s" + service, "gpt", "invoke_agent"));
      }
    }
    List<CostSign> all = new ArrayList<>(gathered(calls));
    long opened = START + 2 * HOUR;
    for (int hour = 0; hour < 5; hour++) {
      EpisodeStatus status =
          hour == 0 ? EpisodeStatus.OPEN : hour == 4 ? EpisodeStatus.CLOSED : EpisodeStatus.UPDATED;
      long told = opened + hour * HOUR;
      all.add(CostSign.of(told - 1, episode("ep-1", hour + 1, status, "gpt", START + HOUR, told)));
      all.add(
          CostSign.of(told - 1, episode("ep-2", hour + 1, status, "nobodys", START + HOUR, told)));
    }
    return all;
  }

  private static List<CostSign> gathered(List<GenAiEvent> calls) throws Exception {
    try (var harness = new OneInputStreamOperatorTestHarness<>(new GatherCallers(), GROUPS, 1, 0)) {
      harness.open();
      for (GenAiEvent one : calls) {
        harness.processElement(new StreamRecord<>(one, one.at().toEpochMilli()));
        if (one.service().equals("s3")) {
          harness.prepareSnapshotPreBarrier(1);
        }
      }
      harness.processWatermark(new Watermark(START + 10 * HOUR));
      return harness.extractOutputValues();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, CostSign, Episode> harness(
      int parallelism, int index, StateBackend backend) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new TieCosts(), CostSign::subject, Types.STRING, GROUPS, parallelism, index);
    harness.setStateBackend(backend);
    return harness;
  }

  private static List<String> run(List<CostSign> signs, int[] parallelisms, long seed)
      throws Exception {
    List<String> told = new ArrayList<>();
    OperatorSubtaskState state = null;
    int before = 1;
    long from = Long.MIN_VALUE;
    for (int step = 0; step < parallelisms.length; step++) {
      long to =
          step == parallelisms.length - 1 ? START + 20 * HOUR : START + 2 * HOUR + step * HOUR;
      List<CostSign> some = new ArrayList<>();
      for (CostSign one : signs) {
        if (one.foundMs() > from && one.foundMs() <= to) {
          some.add(one);
        }
      }
      Collections.shuffle(some, new Random(seed));
      state = step(some, to, parallelisms[step], before, state, told);
      before = parallelisms[step];
      from = to;
    }
    Collections.sort(told);
    return told;
  }

  private static OperatorSubtaskState step(
      List<CostSign> some,
      long to,
      int parallelism,
      int before,
      @Nullable OperatorSubtaskState state,
      List<String> told)
      throws Exception {
    List<OperatorSubtaskState> parts = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      try (var harness = harness(parallelism, index, new EmbeddedRocksDBStateBackend())) {
        harness.setup();
        if (state != null) {
          harness.initializeState(
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  state, GROUPS, before, parallelism, index));
        }
        harness.open();
        for (CostSign one : some) {
          if (index
              == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  one.subject(), GROUPS, parallelism)) {
            harness.processElement(new StreamRecord<>(one, one.foundMs()));
          }
        }
        harness.processWatermark(new Watermark(to));
        harness.prepareSnapshotPreBarrier(1);
        parts.add(harness.snapshot(1, 1));
        harness.extractOutputValues().forEach(one -> told.add(one.toString()));
      }
    }
    return AbstractStreamOperatorTestHarness.repackageState(
        parts.toArray(new OperatorSubtaskState[0]));
  }

  @Test
  void thoseWhoCalledMostAreToldOfEachRevisionTheSameAfterRestoresAndInAnyOrder() throws Exception {
    List<CostSign> signs = signs();
    List<String> told = run(signs, new int[] {1}, 1);
    assertEquals(20, told.size(), "four services, five revisions");
    for (String service : List.of("s2", "s3", "s4", "s5")) {
      assertEquals(
          5, told.stream().filter(one -> one.contains("service=" + service)).count(), service);
    }
    assertTrue(told.stream().allMatch(one -> one.contains("subject=cost of model=gpt,")));
    assertEquals(told, run(signs, new int[] {1, 3, 2, 4}, 2));
    assertEquals(told, run(signs, new int[] {2, 1, 4}, 3));
  }

  @Test
  void whoHasNotCalledForHoursIsForgotten() throws Exception {
    try (var harness = harness(1, 0, new HashMapStateBackend())) {
      harness.open();
      for (CostSign one : signs()) {
        harness.processElement(new StreamRecord<>(one, one.foundMs()));
      }
      harness.processWatermark(new Watermark(START + 30 * HOUR));
      harness.prepareSnapshotPreBarrier(1);
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());
    }
  }
}
