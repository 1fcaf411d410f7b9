// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.sovereignty.Bin;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.Hosting;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes of what a workload asked for on a day: bins by their number in the day, then providers,
 * models, regions and what is doubted. Version 1.
 */
public final class DemandCodec {
  private static final int VERSION = 1;

  private DemandCodec() {}

  /** Its bytes. */
  public static byte[] write(Demand day) {
    LedgerWriter out = new LedgerWriter().put(VERSION);
    write(day, out);
    return out.toBytes();
  }

  /** The day of such bytes. */
  public static Demand read(byte[] bytes) {
    return read(LedgerReader.of(bytes, VERSION));
  }

  static void write(Demand day, LedgerWriter out) {
    out.signed(day.fromMs()).count(day.bins().size());
    for (Map.Entry<Long, Bin> one : day.bins().entrySet()) {
      Bin bin = one.getValue();
      out.count((one.getKey() - day.fromMs()) / Hosting.BIN_MS).signed(bin.requests());
      out.decimal(bin.input()).decimal(bin.output()).decimal(bin.cost());
    }
    amounts(day.providers(), out);
    amounts(day.models(), out);
    out.count(day.regions().size());
    day.regions().forEach((region, calls) -> out.text(region).signed(calls));
    out.decimal(day.doubted());
  }

  private static void amounts(Map<String, BigDecimal> sums, LedgerWriter out) {
    out.count(sums.size());
    sums.forEach((name, amount) -> out.text(name).decimal(amount));
  }

  static Demand read(LedgerReader in) {
    Demand day = new Demand(in.signed(), 1);
    for (int left = in.length(); left > 0; left--) {
      long atMs = day.fromMs() + in.count() * Hosting.BIN_MS;
      day.add(atMs, new Bin(in.signed(), in.decimal(), in.decimal(), in.decimal()));
    }
    Map<String, BigDecimal> providers = amounts(in);
    Map<String, BigDecimal> models = amounts(in);
    Map<String, Long> regions = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      regions.put(in.text(), in.signed());
    }
    day.add(providers, models, regions, in.decimal());
    return day;
  }

  private static Map<String, BigDecimal> amounts(LedgerReader in) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (int left = in.length(); left > 0; left--) {
      sums.put(in.text(), in.decimal());
    }
    return sums;
  }
}
