// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;

/**
 * What will have been spent at the end of a period: an estimate, unlike all that was spent.
 *
 * @param expected in USD
 * @param lower end of the interval that holds it nine times out of ten, in USD
 * @param upper end of that interval, in USD
 * @param slots whole hours or days that it was learned from
 * @param seasonal whether each hour of the day, or day of the week, was learned by itself
 */
public record Forecast(
    BigDecimal expected, BigDecimal lower, BigDecimal upper, int slots, boolean seasonal) {}
