// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** The simplest fold: its state is the text of all it has seen, and it wakes 5 s after the last. */
final class RecordingFold extends EventTimeFold<SignalBatch, String, RecordingFold.Memory> {
  private static final long serialVersionUID = 1;
  static final OutputTag<SignalBatch> LATE = new OutputTag<>("late", new SignalBatchType());

  RecordingFold() {
    super(new BatchOrder(), new SignalBatchType(), LATE);
  }

  static final class Memory {
    StringBuilder text = new StringBuilder();
    long lastMs;
  }

  @Override
  protected String stateName() {
    return "memory";
  }

  @Override
  protected Memory decode(String key, byte @Nullable [] bytes) {
    Memory memory = new Memory();
    if (bytes != null) {
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("@", 2);
      memory.lastMs = Long.parseLong(parts[0]);
      memory.text.append(parts[1]);
    }
    return memory;
  }

  @Override
  protected boolean isOver(Memory state) {
    return false;
  }

  @Override
  protected byte[] encode(Memory state) {
    return (state.lastMs + "@" + state.text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected void fold(
      Memory state, long tickMs, List<SignalBatch> items, FoldOutput<String> found) {
    for (SignalBatch item : items) {
      state.text.append(new String(item.payload(), StandardCharsets.UTF_8)).append(' ');
    }
    state.lastMs = tickMs;
    found.collect(items.get(0).service() + " " + tickMs / 1000 % 100 + ": " + state.text);
  }

  @Override
  protected void advance(Memory state, long nowMs, FoldOutput<String> found) {
    if (nowMs >= nextWakeMs(state)) {
      found.collect("silent since " + state.lastMs / 1000 % 100 + " after " + state.text);
      state.lastMs = 0;
    }
  }

  @Override
  protected long nextWakeMs(Memory state) {
    return state.lastMs == 0 ? Long.MAX_VALUE : state.lastMs + 5000;
  }
}
