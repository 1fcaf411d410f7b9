// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fold whose state stays decoded and is changed in place: the text of all it has seen. It says so
 * at each fold and when it wakes, 5 s after the last, and forgets when it has woken twice.
 */
final class LivingFold extends EventTimeFold<SignalBatch, String, LivingFold.Memory> {
  private static final long serialVersionUID = 1;

  LivingFold() {
    super(new BatchOrder(), new SignalBatchType());
  }

  static final class Memory {
    final StringBuilder text = new StringBuilder();
    long wakeMs = Long.MAX_VALUE;
    int woken;
  }

  @Override
  protected String stateName() {
    return "living";
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(Memory state) {
    return state.text.length();
  }

  @Override
  protected long bytesOfItem(SignalBatch item) {
    return item.payload().length;
  }

  @Override
  protected Memory decode(String key, byte @Nullable [] bytes) {
    Memory memory = new Memory();
    if (bytes != null) {
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("@", 3);
      memory.wakeMs = Long.parseLong(parts[0]);
      memory.woken = Integer.parseInt(parts[1]);
      memory.text.append(parts[2]);
    }
    return memory;
  }

  @Override
  protected byte[] encode(Memory state) {
    String all = state.wakeMs + "@" + state.woken + "@" + state.text;
    return all.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected boolean isOver(Memory state) {
    return state.woken == 2;
  }

  @Override
  protected void fold(
      Memory state, long tickMs, List<SignalBatch> items, FoldOutput<String> found) {
    for (SignalBatch item : items) {
      state.text.append(new String(item.payload(), StandardCharsets.UTF_8)).append(' ');
    }
    state.wakeMs = tickMs + 5000;
    found.collect(items.get(0).service() + ": " + state.text);
  }

  @Override
  protected void advance(Memory state, long nowMs, FoldOutput<String> found) {
    while (state.wakeMs <= nowMs) {
      found.collect("woken at " + state.wakeMs % 100_000 + " after " + state.text);
      state.wakeMs = ++state.woken == 2 ? Long.MAX_VALUE : state.wakeMs + 5000;
    }
  }

  @Override
  protected long nextWakeMs(Memory state) {
    return state.wakeMs;
  }
}
