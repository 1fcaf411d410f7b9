// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.io.IOException;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/** Where a fold keeps the blocks of its keys. All methods but flush concern the current key. */
interface Blocks<S> {
  /** The block of the current key, null when nothing is known of it. */
  @Nullable Block<S> load(String key) throws IOException;

  /** Takes back a block that was changed. */
  void store(String key, Block<S> block, long bytes) throws IOException;

  /** Forgets the current key. */
  void forget(String key);

  /** Brings everything into Flink's state; leaves any key current. */
  void flush() throws IOException;

  /** Every block goes into Flink's state at once. */
  record Direct<S>(ValueState<Block<S>> state) implements Blocks<S> {
    @Override
    public @Nullable Block<S> load(String key) throws IOException {
      return state.value();
    }

    @Override
    public void store(String key, Block<S> block, long bytes) throws IOException {
      state.update(block);
    }

    @Override
    public void forget(String key) {
      state.clear();
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }
}
