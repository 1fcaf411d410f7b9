// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Postings of some days, in the order in which they are told: some late, some taken back. */
final class CostWorld {
  static final long START = UsageWorld.START;
  static final long HOUR = 3_600_000L;
  static final int HOURS = 80;

  private CostWorld() {}

  static List<Posting> postings() {
    Random random = new Random(9);
    List<Posting> all = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      for (String tenant : List.of("acme", "zeta", "omega")) {
        boolean odd = tenant.equals("acme") && hour >= 60 && hour < 64;
        int calls = tenant.equals("omega") ? random.nextInt(5) : 52 + random.nextInt(5);
        for (int i = 0; i < calls; i++) {
          long at = START + hour * HOUR + random.nextInt((int) HOUR);
          post(all, random, charge(at, tenant, (odd ? 900 : 100) + random.nextInt(20)));
        }
      }
    }
    all.sort(Comparator.comparingLong(Posting::toldMs));
    return all;
  }

  private static void post(List<Posting> all, Random random, Charge charge) {
    long at = charge.usage().atMs();
    long second = at - at % 1000 + 999;
    if (random.nextInt(15) == 0) { // late
      all.add(new Posting(second + random.nextInt(9) * HOUR, charge, 1, 1));
    } else {
      all.add(new Posting(second, charge, 1, 1));
      if (random.nextInt(15) == 0) { // taken back, in its hour or after it
        all.add(new Posting(second + random.nextInt((int) HOUR), charge, -1, -1));
      }
      if (random.nextInt(15) == 0) { // another price
        all.add(new Posting(second + random.nextInt((int) HOUR), charge, 0, -1));
      }
    }
  }

  private static Charge charge(long atMs, String tenant, long written) {
    BigDecimal quantity = BigDecimal.valueOf(written);
    BigDecimal price = new BigDecimal("0.00001");
    Owner owner = new Owner(tenant, null, null, null, null, null);
    Usage usage =
        new Usage(
            1,
            "r" + atMs,
            1,
            atMs,
            owner,
            "p",
            written % 3 == 0 ? "small" : "large",
            ServiceTier.STANDARD,
            0,
            Map.of(Meter.OUT_TEXT, quantity),
            null,
            false);
    Charge.Part part = new Charge.Part(Meter.OUT_TEXT, quantity, "f", price, price, price, null);
    return new Charge(usage, "p", List.of(part), BigDecimal.ZERO);
  }
}
