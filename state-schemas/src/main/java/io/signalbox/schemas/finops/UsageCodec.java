// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Reported;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of what a usage says: usages that say the same under the same revision have the same bytes.
 * Where it stood and its id are no part of that. Version 1: version, time, names, the rest. One for
 * each thread.
 */
public final class UsageCodec {
  private static final int VERSION = 1;
  private static final int COMPUTE = 1;
  private static final int REPORTED = 2;
  private static final int TIER = 4;
  private static final int FOREIGN = 16;
  private static final ServiceTier[] TIERS = ServiceTier.values();

  private final LedgerWriter names = new LedgerWriter();
  private final UsageNames.@Nullable Known known;

  private UsageCodec(UsageNames.@Nullable Known known) {
    this.known = known;
  }

  /** Reads and writes every usage by itself. */
  public static UsageCodec plain() {
    return new UsageCodec(null);
  }

  /** Knows names again that it has read or written, for who reads or writes many. */
  public static UsageCodec knowing() {
    return new UsageCodec(new UsageNames.Known());
  }

  void write(Usage usage, LedgerWriter out) {
    out.put(VERSION).signed(usage.atMs());
    if (known == null) {
      UsageNames.write(usage.model(), usage.provider(), usage.owner(), names.clear());
      out.count(names.size()).raw(names);
    } else {
      known.write(new UsageNames(usage.model(), usage.provider(), usage.owner()), out);
    }
    Reported reported = usage.reported();
    int flags = (usage.compute() ? COMPUTE : 0) + flags(reported);
    out.count(usage.revision()).put(flags + TIER * usage.tier().ordinal());
    out.count(usage.inputTokens()).quantities(usage.quantities());
    if (reported != null) {
      write(reported, out);
    }
  }

  private static int flags(@Nullable Reported reported) {
    return reported == null ? 0 : reported.foreign() ? REPORTED + FOREIGN : REPORTED;
  }

  /** What was told in another currency stands behind what it is in USD. */
  private static void write(Reported reported, LedgerWriter out) {
    out.decimal(reported.usd());
    if (reported.foreign()) {
      out.decimal(reported.amount()).text(reported.currency());
    }
  }

  private static @Nullable Reported reported(LedgerReader in, int flags) {
    if ((flags & REPORTED) == 0) {
      return null;
    }
    BigDecimal usd = in.decimal();
    return (flags & FOREIGN) == 0 ? Reported.usd(usd) : new Reported(usd, in.decimal(), in.text());
  }

  Usage read(LedgerReader in, @Nullable String id, long line) {
    long atMs = time(in);
    int length = in.length();
    UsageNames said = known == null ? UsageNames.read(in) : known.read(in, in.bytes(), length);
    long revision = in.count();
    int flags = in.take();
    long input = in.count();
    Map<Meter, BigDecimal> quantities = in.quantities();
    Reported reported = reported(in, flags);
    return new Usage(
        line,
        id,
        revision,
        atMs,
        said.owner(),
        said.provider(),
        said.model(),
        TIERS[(flags / TIER) & (TIERS.length - 1)],
        input,
        quantities,
        reported,
        (flags & COMPUTE) != 0);
  }

  /** When it was; what follows is where it leaves off. */
  static long time(LedgerReader in) {
    if (in.take() != VERSION) {
      throw new IllegalArgumentException("a usage of another version than " + VERSION);
    }
    return in.signed();
  }

  /** What was used. */
  static String model(LedgerReader in) {
    time(in);
    in.length();
    return in.text();
  }
}
