// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.budgets.BudgetMemory;
import io.signalbox.analytics.finops.budgets.BurnEpisode;
import io.signalbox.analytics.finops.budgets.BurnRule;
import io.signalbox.analytics.finops.budgets.Crossing;
import io.signalbox.analytics.finops.budgets.SpendKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of what is remembered of a budget beside its single spends. Version 2; in version 1 nothing
 * is said of what no budget below counts.
 */
public final class BudgetMemoryCodec {
  private static final int VERSION = 2;
  private static final int FIRST_VERSION = 1;
  private static final long MINUTE = 60_000L;

  private BudgetMemoryCodec() {}

  /** The bytes. */
  public static byte[] write(BudgetMemory memory) {
    LedgerWriter out = new LedgerWriter().put(VERSION);
    out.signed(memory.atMs()).signed(memory.tellMs());
    writeMinutes(memory, out);
    out.count(memory.periods().size());
    memory.periods().forEach(period -> write(period, out));
    out.count(memory.burns().size());
    for (BurnEpisode burn : memory.burns()) {
      BurnRule rule = burn.rule();
      out.decimal(rule.rate()).count(rule.longMs()).count(rule.shortMs());
      out.signed(burn.fromMs()).signed(burn.toMs());
    }
    return out.toBytes();
  }

  /** Minutes as steps from the one before; each has a sum and its seconds. */
  private static void writeMinutes(BudgetMemory memory, LedgerWriter out) {
    out.count(memory.sums().size());
    long last = 0;
    for (Map.Entry<Long, BigDecimal> one : memory.sums().entrySet()) {
      long minute = Math.floorDiv(one.getKey(), MINUTE);
      out.signed(minute - last).decimal(one.getValue());
      out.count(memory.seconds().getOrDefault(one.getKey(), 0L));
      last = minute;
    }
  }

  private static void write(BudgetMemory.Period period, LedgerWriter out) {
    out.signed(period.startMs()).decimal(period.corrections()).put(period.changed() ? 1 : 0);
    BigDecimal unallocated = period.unallocated();
    out.put(unallocated == null ? 0 : 1);
    out.decimal(unallocated == null ? BigDecimal.ZERO : unallocated);
    out.count(period.told().size());
    period
        .told()
        .forEach(
            (percent, crossing) ->
                out.count(percent)
                    .signed(crossing.key().atMs())
                    .text(crossing.key().id())
                    .decimal(crossing.spent()));
  }

  /** What such bytes say. */
  public static BudgetMemory read(byte[] bytes) {
    LedgerReader in = LedgerReader.of(bytes, VERSION, FIRST_VERSION);
    long atMs = in.signed();
    long tellMs = in.signed();
    TreeMap<Long, BigDecimal> sums = new TreeMap<>();
    TreeMap<Long, Long> seconds = new TreeMap<>();
    long minute = 0;
    for (int left = in.length(); left > 0; left--) {
      minute += in.signed();
      sums.put(minute * MINUTE, in.decimal());
      seconds.put(minute * MINUTE, in.count());
    }
    List<BudgetMemory.Period> periods = new ArrayList<>();
    for (int left = in.length(); left > 0; left--) {
      periods.add(period(in));
    }
    List<BurnEpisode> burns = new ArrayList<>();
    for (int left = in.length(); left > 0; left--) {
      BurnRule rule = new BurnRule(in.decimal(), in.count(), in.count());
      burns.add(new BurnEpisode(rule, in.signed(), in.signed()));
    }
    return new BudgetMemory(atMs, tellMs, sums, seconds, periods, burns);
  }

  private static BudgetMemory.Period period(LedgerReader in) {
    long startMs = in.signed();
    BigDecimal corrections = in.decimal();
    boolean changed = in.take() != 0;
    BigDecimal unallocated = in.version() == FIRST_VERSION ? null : unallocated(in);
    TreeMap<Integer, Crossing> told = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      int percent = (int) in.count();
      SpendKey key = new SpendKey(in.signed(), in.text());
      told.put(percent, new Crossing(key, in.decimal()));
    }
    return new BudgetMemory.Period(startMs, corrections, unallocated, changed, told);
  }

  private static @Nullable BigDecimal unallocated(LedgerReader in) {
    boolean known = in.take() != 0;
    BigDecimal amount = in.decimal();
    return known ? amount : null;
  }
}
