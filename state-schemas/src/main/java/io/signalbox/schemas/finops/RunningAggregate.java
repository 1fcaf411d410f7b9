// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import org.jspecify.annotations.Nullable;

/** A sum of a period that goes on, and how often it was told. Its bytes are of version 2. */
public final class RunningAggregate {
  private static final int VERSION = 2;
  private static final int EARLIER = 1;
  private static final long DAY_MS = 86_400_000L;

  private final Aggregate key;
  private final CostSum sum;
  private long revision;
  private boolean over;

  private RunningAggregate(Aggregate key, CostSum sum, long revision) {
    this.key = key;
    this.sum = sum;
    this.revision = revision;
  }

  /** Of nothing, or what its bytes say. */
  public static RunningAggregate of(String key, byte @Nullable [] bytes) {
    Aggregate of = Aggregate.parse(key);
    if (bytes == null) {
      return new RunningAggregate(of, new CostSum(), 0);
    }
    LedgerReader in = LedgerReader.of(bytes, VERSION, EARLIER);
    long revision = in.count();
    return new RunningAggregate(of, CostSumCodec.read(in), revision);
  }

  /** Its bytes. */
  public byte[] toBytes() {
    LedgerWriter out = new LedgerWriter().put(VERSION).count(revision);
    CostSumCodec.write(sum, out);
    return out.toBytes();
  }

  /** Adds to it. */
  public void add(CostSum more) {
    over = false;
    sum.add(more);
  }

  /** When it is to be forgotten, because nothing of its period can change any more. */
  public long endMs(long retentionMs) {
    return key.window().end(key.startMs()) + 2 * DAY_MS + retentionMs;
  }

  /** Ends it if that has come. */
  public void endIfAfter(long nowMs, long retentionMs) {
    over = nowMs >= endMs(retentionMs);
  }

  /** Whether it is to be forgotten. */
  public boolean isOver() {
    return over;
  }

  /** Tells what it is now. */
  public CostAggregate tell(long atMs) {
    revision++;
    return CostAggregate.of(key, sum, revision, atMs);
  }
}
