// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What money and risks alone say of one window. Every way to host is judged by the least that it
 * saves, nine times out of ten: what need not be bought, at the lower end of its interval and with
 * the premium for its risks, less machines and fixed cost. For a way these are lines over the price
 * of a replica, so a higher price never speaks for more own machines, nor a stricter class of data
 * for fewer.
 *
 * @param best the way that saves most, even if that is less than nothing
 * @param saves so much at the lower end of the interval, in USD
 * @param savesAtMost at the upper end, in USD
 * @param bought what all of it costs when it is bought, in USD
 * @param breakEven the price of a replica hour at which nothing is worth changing, rounded down to
 *     six decimals, in USD
 * @param hosted all of it on machines that follow the demand
 */
record Verdict(
    Option best,
    BigDecimal saves,
    BigDecimal savesAtMost,
    BigDecimal bought,
    BigDecimal breakEven,
    Option hosted) {
  private static final BigDecimal HOUR_SECONDS = BigDecimal.valueOf(3600);
  private static final int DECIMALS = 6;

  static Verdict of(Demand demand, Policy policy, BigDecimal riskScore) {
    Hosting hosting = policy.hosting();
    Resampling days = new Resampling(demand.days(), policy.draws());
    BigDecimal factor = BigDecimal.ONE.add(policy.premium().multiply(riskScore).movePointLeft(2));
    BigDecimal margin = policy.margin().multiply(demand.cost());
    BigDecimal fixed = hosting.fixedUsdPerDay().multiply(BigDecimal.valueOf(demand.days()));
    Option best = null;
    BigDecimal most = BigDecimal.ZERO; // an hour of it, so that nothing is rounded
    BigDecimal atMost = BigDecimal.ZERO;
    BigDecimal breakEven = null;
    List<Option> options = Option.of(demand, hosting);
    for (Option option : options) {
      BigDecimal[] avoided = days.interval(option.avoided());
      BigDecimal machines = hosting.usdPerHour().multiply(option.replicaSeconds());
      BigDecimal gain = HOUR_SECONDS.multiply(factor.multiply(avoided[0]).subtract(fixed));
      if (best == null || gain.subtract(machines).compareTo(most) > 0) {
        best = option;
        most = gain.subtract(machines);
        atMost =
            HOUR_SECONDS.multiply(factor.multiply(avoided[1]).subtract(fixed)).subtract(machines);
      }
      BigDecimal price =
          gain.subtract(HOUR_SECONDS.multiply(margin))
              .divide(
                  option.replicaSeconds().max(Hosting.BIN_SECONDS), DECIMALS, RoundingMode.FLOOR);
      breakEven = breakEven == null ? price : breakEven.max(price);
    }
    if (best == null || breakEven == null) {
      throw new IllegalStateException("there is always a way to host all");
    }
    return new Verdict(
        best,
        hourly(most),
        hourly(atMost),
        demand.cost(),
        breakEven,
        options.get(options.size() - 1));
  }

  private static BigDecimal hourly(BigDecimal amount) {
    return amount.divide(HOUR_SECONDS, 24, RoundingMode.FLOOR);
  }

  /** What it says where so much must be saved, as a share of what is bought; may be below zero. */
  Answer answer(BigDecimal share) {
    return saves.compareTo(share.multiply(bought)) > 0 ? best.answer() : Answer.KEEP_API;
  }
}
