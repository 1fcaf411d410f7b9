// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Usage;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Usages of one shard and one second, because a record costs more than what is in it; or one that
 * was refused.
 *
 * @param shard of all its usages, or {@link #REFUSED}
 * @param tickMs first millisecond of the second at which they count
 * @param latestMs time of the latest usage, epoch milliseconds
 * @param count how many
 * @param bytes for each: its key, the length of what is stored, and that; or JSON of a {@link
 *     RefusedUsage}
 */
public record UsageBatch(int shard, long tickMs, long latestMs, int count, byte[] bytes) {
  /** Number of shards; part of the schema of state. */
  public static final int SHARDS = 240;

  /** In place of a shard. */
  public static final int REFUSED = -1;

  private static final long TICK_MS = 1000;
  private static final String[] NAMES = new String[SHARDS];

  static {
    for (int i = 0; i < SHARDS; i++) {
      NAMES[i] = "u" + i;
    }
  }

  /** The key of its shard. */
  public String key() {
    return NAMES[shard];
  }

  /** First millisecond of the second of a time. */
  public static long tickOf(long atMs) {
    return Math.floorDiv(atMs, TICK_MS) * TICK_MS;
  }

  /**
   * A batch of one.
   *
   * @param key of the usage
   * @param stored what is to be kept of it
   */
  static UsageBatch of(Usage usage, String key, LedgerWriter stored, LedgerWriter room) {
    room.clear().text(key).count(stored.size()).raw(stored);
    int shard = Math.floorMod(key.hashCode(), SHARDS);
    return new UsageBatch(shard, tickOf(usage.atMs()), usage.atMs(), 1, room.toBytes());
  }

  /** One that was refused. */
  public static UsageBatch of(RefusedUsage refused) {
    return new UsageBatch(REFUSED, Long.MIN_VALUE, Long.MIN_VALUE, 1, RecordJson.write(refused));
  }

  /** The one that was refused. */
  public RefusedUsage refused() {
    try {
      return RecordJson.read(bytes, RefusedUsage.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells its usages. */
  public void forEach(Consumer<StoredUsage> to) {
    LedgerReader in = new LedgerReader(bytes, 0);
    for (int i = 0; i < count; i++) {
      int key = in.textLength();
      int keyAt = in.at();
      in.skip(key);
      int stored = in.length();
      byte[] one = new byte[key + stored];
      System.arraycopy(bytes, keyAt, one, 0, key);
      System.arraycopy(bytes, in.at(), one, key, stored);
      in.skip(stored);
      to.accept(new StoredUsage(one, key));
    }
  }
}
