// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.catalogue.AcceptedRule;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Matching by rules that come while it runs; it can be killed and taken up again. */
final class LiveRun {
  private final StateBackend backend;
  private final List<AcceptedRule> shipped;
  private final List<PatternMatch> found = new ArrayList<>();
  private KeyedTwoInputStreamOperatorTestHarness<String, EventBatch, AcceptedRule, PatternMatch>
      harness;

  LiveRun(StateBackend backend, List<AcceptedRule> shipped) throws Exception {
    this.backend = backend;
    this.shipped = shipped;
    open(null);
  }

  private void open(@Nullable OperatorSubtaskState state) throws Exception {
    harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new MatchPatterns(shipped), new KeyShard(), null, Types.STRING);
    harness.setStateBackend(backend);
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
  }

  LiveRun event(PatternEvent event) throws Exception {
    harness.processElement1(new StreamRecord<>(EventBatches.of(event), event.timeMs()));
    return this;
  }

  LiveRun rule(AcceptedRule rule) throws Exception {
    harness.processElement2(new StreamRecord<>(rule));
    return this;
  }

  LiveRun watermark(long ms) throws Exception {
    harness.processWatermark1(new Watermark(ms));
    harness.processWatermark2(new Watermark(ms));
    return this;
  }

  LiveRun killAndRestore() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    take();
    harness.close();
    open(state);
    return this;
  }

  int keyedStateEntries() {
    return harness.numKeyedStateEntries();
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  /** Bytes of a checkpoint. */
  long stateSize() throws Exception {
    harness.prepareSnapshotPreBarrier(2);
    return harness.snapshot(2, 2).getStateSize();
  }

  private void take() {
    harness.extractOutputValues().forEach(found::add);
  }

  List<String> end() throws Exception {
    watermark(LiveRulesTest.T0 + 600 * LiveRulesTest.MINUTE);
    take();
    harness.close();
    return found.stream()
        .sorted(Comparator.comparing(PatternMatch::matchedAt))
        .map(
            match ->
                match.version()
                    + "@"
                    + (match.matchedAt().toEpochMilli() - LiveRulesTest.T0) / LiveRulesTest.MINUTE)
        .toList();
  }
}
