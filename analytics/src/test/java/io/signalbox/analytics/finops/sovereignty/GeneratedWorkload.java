// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Small random workloads and policies, near the point where an answer changes. */
final class GeneratedWorkload {
  static final Workload WORKLOAD = new Workload("t", "f", "c");
  static final long DAY = 86_400_000L;
  static final int DRAWS = 20;
  final List<Demand> windows = new ArrayList<>();
  final List<List<Call>> calls = new ArrayList<>();
  final BigDecimal margin;
  final int agree;
  final int days;
  private final int leastReplicas;

  record Call(long atMs, long input, long output, BigDecimal cost) {}

  GeneratedWorkload(Random random) {
    days = 1 + random.nextInt(3);
    agree = 1 + random.nextInt(2);
    margin = BigDecimal.valueOf(random.nextInt(30), 2);
    leastReplicas = random.nextInt(3) == 0 ? random.nextInt(3) : 1;
    int count = agree + random.nextInt(2);
    for (int w = 0; w < count; w++) {
      Demand demand = new Demand((long) w * days * DAY, days);
      List<Call> some = new ArrayList<>();
      int n = 1 + random.nextInt(12);
      long burst = random.nextInt(288 * days);
      for (int i = 0; i < n; i++) {
        long bin = random.nextInt(3) == 0 ? burst : random.nextInt(288 * days);
        boolean dear = random.nextInt(3) == 0; // dear and light, or cheap and heavy
        long in = random.nextInt(dear ? 400 : 4000);
        long out = random.nextInt(dear ? 200 : 2000);
        BigDecimal cost = BigDecimal.valueOf(1 + random.nextInt(dear ? 10_000 : 60), 2);
        Call call = new Call(demand.fromMs() + bin * Hosting.BIN_MS, in, out, cost);
        demand.add(call.atMs, new Bin(BigDecimal.valueOf(in), BigDecimal.valueOf(out), cost));
        some.add(call);
      }
      windows.add(demand);
      calls.add(some);
    }
  }

  Hosting hosting(BigDecimal usdPerHour) {
    return new Hosting(
        usdPerHour,
        new BigDecimal("8"),
        new BigDecimal("2.5"),
        new BigDecimal("0.7"),
        leastReplicas,
        new BigDecimal("1.25"));
  }

  Policy policy(BigDecimal usdPerHour, int risk, boolean forbidden) {
    return new Policy(
        hosting(usdPerHour),
        1,
        1,
        days,
        margin,
        agree,
        DRAWS,
        new BigDecimal("0.8"),
        new RiskWeights(1, 0, 0, 0),
        90,
        Map.of("c", new ClassRule("c", forbidden, Set.of(), risk)),
        Map.of("f", true),
        Map.of());
  }

  Advice advise(BigDecimal usdPerHour, int risk, boolean forbidden) {
    return new Advisor(policy(usdPerHour, risk, forbidden)).advise(WORKLOAD, windows);
  }
}
