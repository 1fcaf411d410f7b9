// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.patterns.EventBatch;
import io.signalbox.schemas.patterns.EventBatchWriter;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Batches that events are still added to, by tick and shard, within a bound of memory. */
final class OpenBatches {
  /** A batch of so many bytes goes out at once, that no record becomes large. */
  private static final int MOST_OF_ONE = 16 << 10;

  private static final long MOST_OF_ALL = 16 << 20;

  private static final EventBatchWriter[] NONE = {};

  private final Consumer<EventBatch> out;
  private final TreeMap<Long, EventBatchWriter[]> ticks = new TreeMap<>();
  private long bytes;

  /** The tick of the last event: the next one mostly has the same. */
  private EventBatchWriter[] last = NONE;

  private long lastTickMs;

  /** Puts batches out when they are full or closed. */
  OpenBatches(Consumer<EventBatch> out) {
    this.out = out;
  }

  void add(PatternEvent event) {
    EventBatchWriter[] shards = tick(event.timeMs());
    int shard = KeyShard.of(event.key());
    EventBatchWriter writer = shards[shard];
    if (writer == null) {
      writer = new EventBatchWriter(shard, lastTickMs);
      shards[shard] = writer;
    }
    int before = writer.bytes();
    writer.add(event);
    bytes += writer.bytes() - before;
    if (writer.bytes() >= MOST_OF_ONE) {
      close(shards, shard);
    }
    if (bytes >= MOST_OF_ALL) {
      closeUpTo(Long.MAX_VALUE);
    }
  }

  private EventBatchWriter[] tick(long timeMs) {
    long since = timeMs - lastTickMs;
    if (last.length == 0 || since < 0 || since >= SignalBatch.TICK_MS) {
      lastTickMs = SignalBatch.tickOf(timeMs);
      last = ticks.computeIfAbsent(lastTickMs, missing -> new EventBatchWriter[KeyShard.SHARDS]);
    }
    return last;
  }

  private void close(EventBatchWriter[] shards, int shard) {
    EventBatchWriter writer = shards[shard];
    if (writer != null) {
      bytes -= writer.bytes();
      shards[shard] = null;
      out.accept(writer.toBatch());
    }
  }

  /** Closes all batches whose tick is over at a time. */
  void closeUpTo(long timeMs) {
    while (!ticks.isEmpty() && ticks.firstKey() <= timeMs - (SignalBatch.TICK_MS - 1)) {
      Map.Entry<Long, EventBatchWriter[]> tick = ticks.pollFirstEntry();
      for (int shard = 0; shard < KeyShard.SHARDS; shard++) {
        close(tick.getValue(), shard);
      }
    }
    last = NONE;
  }
}
