// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.Nullable;

/** Reads out of a savepoint what a fold remembers of a key, without the fold. */
public final class BlockReader {
  private final ValueState<Block<Object>> state;

  /**
   * Reads the state of one fold.
   *
   * @param stateName name of its state
   */
  public BlockReader(RuntimeContext context, String stateName) {
    state = context.getState(new ValueStateDescriptor<>(stateName, new BlockSerializer<>()));
  }

  /** The bytes of the state of the current key, null when nothing is known of it. */
  public byte @Nullable [] content() throws IOException {
    Block<Object> block = state.value();
    return block == null ? null : block.toBytes();
  }
}
