// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.budgets.SpendKey;
import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bytes of what was spent in one second, by use. Version 1. */
public final class SpendsCodec {
  private static final int VERSION = 1;

  private SpendsCodec() {}

  /** The bytes of what was spent in a second, whose first millisecond is given. */
  public static byte[] write(long secondMs, SortedMap<SpendKey, BigDecimal> spends) {
    LedgerWriter out = new LedgerWriter().put(VERSION).count(spends.size());
    spends.forEach((key, cost) -> out.count(key.atMs() - secondMs).text(key.id()).decimal(cost));
    return out.toBytes();
  }

  /** What such bytes say of that second. */
  public static NavigableMap<SpendKey, BigDecimal> read(long secondMs, byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION);
    TreeMap<SpendKey, BigDecimal> spends = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      spends.put(new SpendKey(secondMs + in.count(), in.text()), in.decimal());
    }
    return spends;
  }
}
