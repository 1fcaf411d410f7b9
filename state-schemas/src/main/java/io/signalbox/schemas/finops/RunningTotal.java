// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.CostView;
import org.jspecify.annotations.Nullable;

/** A sum of costs that goes on, and how often it was told. Its bytes are of version 2. */
public final class RunningTotal {
  private static final int VERSION = 2;
  private static final int EARLIER = 1;
  private static final long DAY_MS = 86_400_000L;
  private static final CostView[] VIEWS = CostView.values();

  private final CostSum sum;
  private CostCells.@Nullable Key key;
  private long revision;
  private boolean over;

  private RunningTotal(CostSum sum) {
    this.sum = sum;
  }

  /** Of nothing, or what its bytes say. */
  public static RunningTotal of(byte @Nullable [] bytes) {
    if (bytes == null) {
      return new RunningTotal(new CostSum());
    }
    LedgerReader in = LedgerReader.of(bytes, VERSION, EARLIER);
    CostView view = VIEWS[(int) in.count()];
    CostCells.Key key = new CostCells.Key(view, in.text(), in.text(), in.signed());
    long revision = in.count();
    RunningTotal total = new RunningTotal(CostSumCodec.read(in));
    total.key = key;
    total.revision = revision;
    return total;
  }

  /** Its bytes; something must have been added. */
  public byte[] toBytes() {
    CostCells.Key of = key();
    LedgerWriter out = new LedgerWriter().put(VERSION).count(of.view().ordinal());
    out.text(of.tenant()).text(of.value()).signed(of.epochDay()).count(revision);
    CostSumCodec.write(sum, out);
    return out.toBytes();
  }

  /** Adds to it. */
  public void add(CostDelta delta) {
    key = delta.key();
    over = false;
    sum.add(delta.sum());
  }

  /** Of what it is the sum. */
  public CostCells.Key key() {
    if (key == null) {
      throw new IllegalStateException("nothing was added");
    }
    return key;
  }

  /** When it is to be forgotten, because nothing of its day is remembered any more. */
  public long endMs(long retentionMs) {
    return key == null ? Long.MAX_VALUE : (key.epochDay() + 3) * DAY_MS + retentionMs;
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
  public CostTotal tell(long atMs) {
    revision++;
    return CostTotal.of(key(), sum, revision, atMs);
  }
}
