// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import static io.signalbox.analytics.finops.anomalies.ModelUse.DIGITS;

import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.PriceText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Divides the change of a cost among its drivers: each has the mean, over all orders in which the
 * drivers could have changed one after the other, of what the cost changes with it (Shapley value).
 * The parts sum to the change to the last digit.
 */
public final class CostChange {
  private static final Driver[] DRIVERS = Driver.values();
  private static final int ALL = (1 << DRIVERS.length) - 1;

  private final Profile usual;
  private final Profile now;
  private final BigDecimal expected;

  private CostChange(Profile usual, Profile now) {
    this.usual = usual;
    this.now = now;
    this.expected = scaled(usual.cost()).setScale(PriceText.MOST_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** What so many hours usually cost, rounded to 24 decimals, in USD. */
  static BigDecimal expected(Profile usual, Profile now) {
    return new CostChange(usual, now).expected;
  }

  /**
   * How much each driver changed the cost, in USD.
   *
   * @param usual hours before
   * @param now the hours that changed
   */
  static Map<Driver, BigDecimal> drivers(Profile usual, Profile now) {
    return new CostChange(usual, now).divide();
  }

  private Map<Driver, BigDecimal> divide() {
    BigDecimal[] costs = new BigDecimal[ALL + 1];
    for (int changed = 0; changed <= ALL; changed++) {
      costs[changed] = cost(changed);
    }
    costs[0] = expected;
    costs[ALL] = now.cost();
    Map<Driver, BigDecimal> parts = new EnumMap<>(Driver.class);
    BigDecimal orders = BigDecimal.valueOf(factorial(DRIVERS.length));
    BigDecimal left = now.cost().subtract(expected);
    for (Driver driver : DRIVERS) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int before = 0; before <= ALL; before++) {
        if (!driver.in(before)) {
          int size = Integer.bitCount(before);
          long weight = factorial(size) * factorial(DRIVERS.length - size - 1);
          BigDecimal change = costs[before | driver.bit()].subtract(costs[before]);
          sum = sum.add(change.multiply(BigDecimal.valueOf(weight)));
        }
      }
      BigDecimal part = sum.divide(orders, PriceText.MOST_DECIMALS, RoundingMode.HALF_EVEN);
      parts.put(driver, part);
      left = left.subtract(part);
    }
    parts.merge(largest(parts), left, BigDecimal::add); // what rounding left
    return parts;
  }

  static Driver largest(Map<Driver, BigDecimal> parts) {
    Driver largest = Driver.VOLUME;
    for (Map.Entry<Driver, BigDecimal> one : parts.entrySet()) {
      BigDecimal most = parts.getOrDefault(largest, BigDecimal.ZERO);
      largest = one.getValue().abs().compareTo(most.abs()) > 0 ? one.getKey() : largest;
    }
    return largest;
  }

  private static long factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }

  /** What it would have cost if these drivers had changed and the others had not. */
  private BigDecimal cost(int changed) {
    BigDecimal calls =
        Driver.VOLUME.in(changed)
            ? BigDecimal.valueOf(now.requests())
            : scaled(BigDecimal.valueOf(usual.requests()));
    BigDecimal perCall = BigDecimal.ZERO;
    Profile mix = Driver.MIX.in(changed) ? now : usual;
    for (Map.Entry<String, ModelUse> one : mix.models().entrySet()) {
      BigDecimal share =
          BigDecimal.valueOf(one.getValue().requests())
              .divide(BigDecimal.valueOf(mix.requests()), DIGITS);
      perCall = perCall.add(share.multiply(call(one.getKey(), changed)), DIGITS);
    }
    BigDecimal standing = Driver.OTHER.in(changed) ? now.standing() : scaled(usual.standing());
    return calls.multiply(perCall, DIGITS).add(standing);
  }

  /** What one call of a model would have cost. */
  private BigDecimal call(String model, int changed) {
    ModelUse input = use(model, Driver.INPUT_LENGTH.in(changed));
    ModelUse output = use(model, Driver.OUTPUT_LENGTH.in(changed));
    ModelUse other = use(model, Driver.OTHER.in(changed));
    BigDecimal cost = other.unmetered();
    for (Meter meter : meters(model)) {
      BigDecimal quantity =
          meter.input()
              ? input.input().multiply(share(use(model, Driver.CACHE.in(changed)), meter))
              : meter.output()
                  ? output.output().multiply(share(output, meter))
                  : share(other, meter);
      cost = cost.add(quantity.multiply(price(model, meter, Driver.PRICE.in(changed))), DIGITS);
    }
    return cost;
  }

  private Set<Meter> meters(String model) {
    Set<Meter> meters = new TreeSet<>(use(model, true).prices().keySet());
    meters.addAll(use(model, false).prices().keySet());
    return meters;
  }

  /** How it is used; a model that is used on one side only is used on the other as there. */
  private ModelUse use(String model, boolean changed) {
    ModelUse wanted = (changed ? now : usual).models().get(model);
    ModelUse found = wanted != null ? wanted : (changed ? usual : now).models().get(model);
    if (found == null) {
      throw new IllegalArgumentException("nobody used " + model);
    }
    return found;
  }

  private static BigDecimal share(ModelUse use, Meter meter) {
    return use.shares().getOrDefault(meter, BigDecimal.ZERO);
  }

  private BigDecimal price(String model, Meter meter, boolean changed) {
    BigDecimal wanted = use(model, changed).prices().get(meter);
    return wanted != null
        ? wanted
        : use(model, !changed).prices().getOrDefault(meter, BigDecimal.ZERO);
  }

  private BigDecimal scaled(BigDecimal ofUsual) {
    return ofUsual
        .multiply(BigDecimal.valueOf(now.hours()))
        .divide(BigDecimal.valueOf(usual.hours()), DIGITS);
  }
}
