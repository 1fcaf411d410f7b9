// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * A write-back cache over the blocks of a backend that keeps bytes. A block that has found room
 * stays, because telemetry is cyclic: every key comes again before any comes twice, so an order of
 * use would throw out just what is needed next. When the budget is spent, blocks go to the state at
 * once, as without a cache. All is in the state after {@link #flush}; nothing here is ever part of
 * a snapshot.
 *
 * <p>A flush of all blocks at once would hold up everything behind the barrier, so in the last
 * round before it each block is written as soon as it is changed. When that round begins is
 * foretold by the number of changes between the last two flushes, not by a clock; where it is
 * foretold badly, more is left to the flush.
 */
final class PinnedBlocks<S> implements Blocks<S> {
  private final ValueState<Block<S>> state;
  private final Consumer<String> setCurrentKey;
  private final MemoryBudget budget;
  private final Map<String, Pinned<S>> pinned = new HashMap<>();
  private final List<Pinned<S>> changed = new ArrayList<>();
  private long storedBetweenFlushes;
  private long storedSince;

  private static final class Pinned<S> {
    final String key;
    final Block<S> block;
    long bytes;
    boolean changed;

    Pinned(String key, Block<S> block) {
      this.key = key;
      this.block = block;
    }
  }

  PinnedBlocks(ValueState<Block<S>> state, Consumer<String> setCurrentKey, MemoryBudget budget) {
    this.state = state;
    this.setCurrentKey = setCurrentKey;
    this.budget = budget;
  }

  @Override
  public @Nullable Block<S> load(String key) throws IOException {
    Pinned<S> found = pinned.get(key);
    return found != null ? found.block : state.value();
  }

  @Override
  public void store(String key, Block<S> block, long bytes) throws IOException {
    Pinned<S> found = pinned.get(key);
    long held = found == null ? 0 : found.bytes;
    if (!budget.change(bytes - held)) {
      state.update(block);
      drop(key);
      return;
    }
    if (found == null) {
      found = new Pinned<>(key, block);
      pinned.put(key, found);
    }
    found.bytes = bytes;
    if (isLastRound()) {
      state.update(block);
      found.changed = false;
    } else if (!found.changed) {
      found.changed = true;
      changed.add(found);
    }
  }

  /** Whether no block is likely to be changed again before the next flush. */
  private boolean isLastRound() {
    storedSince++;
    return storedSince <= storedBetweenFlushes
        && storedSince > storedBetweenFlushes - pinned.size();
  }

  /** One that is changed stays in the list but is not written any more. */
  private void drop(String key) {
    Pinned<S> found = pinned.remove(key);
    if (found != null) {
      budget.release(found.bytes);
      found.changed = false;
    }
  }

  @Override
  public void forget(String key) {
    drop(key);
    state.clear();
  }

  @Override
  public void flush() throws IOException {
    for (Pinned<S> each : changed) {
      if (each.changed) {
        setCurrentKey.accept(each.key);
        state.update(each.block);
        each.changed = false;
      }
    }
    changed.clear();
    storedBetweenFlushes = storedSince;
    storedSince = 0;
  }
}
