// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures the risks of what is bought. */
final class Risks {
  private static final long DAY_MS = 86_400_000L;
  private static final int DECIMALS = 6;

  private Risks() {}

  /** All terms, whatever their value. */
  static List<RiskTerm> of(Demand demand, @Nullable ClassRule rule, Policy policy, long endMs) {
    BigDecimal largest =
        demand.providers().values().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
    RiskWeights weights = policy.weights();
    return List.of(
        new RiskTerm(
            "classification",
            BigDecimal.valueOf(rule == null ? 0 : rule.risk(), 2),
            weights.classification()),
        new RiskTerm("single_provider", share(largest, demand), weights.singleProvider()),
        new RiskTerm("price_volatility", share(demand.doubted(), demand), weights.prices()),
        new RiskTerm(
            "retirement", share(retiring(demand, policy, endMs), demand), weights.retirement()));
  }

  private static BigDecimal retiring(Demand demand, Policy policy, long endMs) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> one : demand.models().entrySet()) {
      Long at = policy.retirements().get(one.getKey());
      boolean soon = at != null && at < endMs + policy.horizonDays() * DAY_MS;
      sum = soon ? sum.add(one.getValue()) : sum;
    }
    return sum;
  }

  private static BigDecimal share(BigDecimal part, Demand demand) {
    return demand.cost().signum() == 0
        ? BigDecimal.ZERO
        : part.divide(demand.cost(), DECIMALS, RoundingMode.HALF_EVEN);
  }
}
