// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.sovereignty.LiveAdvice;
import java.util.TreeSet;

/** Bytes of what is remembered of a workload beside its days. Version 1. */
public final class LiveAdviceCodec {
  private static final int VERSION = 1;
  private static final long DAY_MS = 86_400_000L;

  private LiveAdviceCodec() {}

  /** Its bytes. */
  public static byte[] write(LiveAdvice.Memory memory) {
    LedgerWriter out = new LedgerWriter().put(VERSION).signed(memory.toldMs());
    out.count(memory.revision()).count(memory.days().size());
    memory.days().forEach(day -> out.count(day / DAY_MS));
    return out.toBytes();
  }

  /** What such bytes say. */
  public static LiveAdvice.Memory read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    long toldMs = in.signed();
    long revision = in.count();
    TreeSet<Long> days = new TreeSet<>();
    for (int left = in.length(); left > 0; left--) {
      days.add(in.count() * DAY_MS);
    }
    return new LiveAdvice.Memory(toldMs, revision, days);
  }
}
