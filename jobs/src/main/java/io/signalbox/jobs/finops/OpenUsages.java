// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.schemas.finops.LedgerWriter;
import io.signalbox.schemas.finops.UsageBatch;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Batches that usages are still added to, by second and shard, within a bound of memory. */
final class OpenUsages {
  /** A batch goes out before it is larger, that no record becomes large. */
  private static final int MOST_OF_ONE = 16 << 10;

  private static final long MOST_OF_ALL = 16 << 20;
  private static final Open[] NONE = {};

  private final Consumer<UsageBatch> out;
  private final TreeMap<Long, Open[]> ticks = new TreeMap<>();
  private long bytes;

  /** Emptied batches whose room is used again: growing it anew costs more than filling it. */
  private final ArrayDeque<Open> spare = new ArrayDeque<>();

  private long spareBytes;

  /** The latest tick: most usages are of it. */
  private Open[] latest = NONE;

  private long latestTickMs;

  private static final class Open {
    final LedgerWriter bytes = new LedgerWriter();
    int count;
    long latestMs = Long.MIN_VALUE;

    Open clear() {
      bytes.clear();
      count = 0;
      latestMs = Long.MIN_VALUE;
      return this;
    }
  }

  /** Puts batches out when they are full or closed. */
  OpenUsages(Consumer<UsageBatch> out) {
    this.out = out;
  }

  /** Adds the usages of a batch, to be counted in a second. */
  void add(UsageBatch batch, long tickMs) {
    Open[] shards = tick(tickMs);
    Open open = shards[batch.shard()];
    if (open != null && open.bytes.size() + batch.bytes().length > MOST_OF_ONE) {
      close(shards, batch.shard(), tickMs); // before it takes twice the room
      open = null;
    }
    if (open == null) {
      open = room();
      shards[batch.shard()] = open;
    }
    open.bytes.raw(batch.bytes(), 0, batch.bytes().length);
    open.count += batch.count();
    open.latestMs = Math.max(open.latestMs, batch.latestMs());
    bytes += batch.bytes().length;
    if (bytes >= MOST_OF_ALL) {
      closeUpTo(Long.MAX_VALUE);
    }
  }

  private Open[] tick(long tickMs) {
    if (latest.length > 0 && tickMs == latestTickMs) {
      return latest;
    }
    Open[] found = ticks.computeIfAbsent(tickMs, missing -> new Open[UsageBatch.SHARDS]);
    if (latest.length == 0 || tickMs > latestTickMs) { // what is late comes one by one between
      latestTickMs = tickMs;
      latest = found;
    }
    return found;
  }

  private Open room() {
    if (spare.isEmpty()) {
      return new Open();
    }
    Open open = spare.pop();
    spareBytes -= open.bytes.room();
    return open;
  }

  private void close(Open[] shards, int shard, long tickMs) {
    Open open = shards[shard];
    if (open != null) {
      bytes -= open.bytes.size();
      shards[shard] = null;
      out.accept(new UsageBatch(shard, tickMs, open.latestMs, open.count, open.bytes.toBytes()));
      if (spareBytes < MOST_OF_ALL) {
        spareBytes += open.bytes.room();
        spare.push(open.clear());
      }
    }
  }

  /** Closes all batches whose second has begun by a time. */
  void closeUpTo(long timeMs) {
    while (!ticks.isEmpty() && ticks.firstKey() <= timeMs) {
      Map.Entry<Long, Open[]> tick = ticks.pollFirstEntry();
      for (int shard = 0; shard < UsageBatch.SHARDS; shard++) {
        close(tick.getValue(), shard, tick.getKey());
      }
    }
    latest = NONE;
  }
}
