// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.jobs.signals.BlockReader;
import io.signalbox.schemas.signals.SignalBatch;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Takes the blocks of one service, or of all, out of a savepoint, and the keys of the others. */
final class ReadBlocks extends KeyedStateReaderFunction<String, StoredBlock> {
  private static final long serialVersionUID = 1;
  private static final byte[] NOTHING = {};

  private final String state;
  private final @Nullable String service;
  private transient BlockReader blocks;

  /** Reads the blocks in a state of a service; null for those of all. */
  ReadBlocks(String state, @Nullable String service) {
    this.state = state;
    this.service = service;
  }

  @Override
  public void open(OpenContext context) {
    blocks = new BlockReader(getRuntimeContext(), state);
  }

  @Override
  public void readKey(String key, Context context, Collector<StoredBlock> out) throws Exception {
    byte[] content = blocks.content();
    if (content != null) {
      boolean wanted = service == null || SignalBatch.shardOf(key).service().equals(service);
      out.collect(new StoredBlock(key, wanted ? content : NOTHING));
    }
  }
}
