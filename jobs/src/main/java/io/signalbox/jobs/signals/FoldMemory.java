// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.state.ValueState;

/**
 * Where a fold keeps what waits and what it knows.
 *
 * @param waiting items whose tick has not passed
 * @param blocks what is known of keys
 */
record FoldMemory<I, S>(Waiting<I> waiting, Blocks<S> blocks) {

  /** On a backend that keeps objects: in its state. */
  static <I, S> FoldMemory<I, S> ofObjects(Waiting.Direct<I> held, ValueState<Block<S>> block) {
    return new FoldMemory<>(held, new Blocks.Direct<>(block));
  }

  /**
   * On a backend that keeps bytes: in memory as far as a budget goes, until a barrier.
   *
   * @param bytes the budget
   * @param bytesOfItem what a waiting item holds
   * @param restoredMs latest tick that was restored, {@link Long#MIN_VALUE} when none was
   */
  static <I, S> FoldMemory<I, S> keptBack(
      Waiting.Direct<I> held,
      ValueState<Block<S>> block,
      Consumer<String> setCurrentKey,
      long bytes,
      ToLongFunction<I> bytesOfItem,
      long restoredMs) {
    MemoryBudget budget = new MemoryBudget(bytes);
    return new FoldMemory<>(
        new WaitingInMemory<>(held, setCurrentKey, budget, bytesOfItem, restoredMs),
        new PinnedBlocks<>(block, setCurrentKey, budget));
  }

  /** After this Flink's state is all there is; leaves any key current. */
  void flush() throws Exception {
    waiting.flush();
    blocks.flush();
  }
}
