// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.aggregates.FlowKey;

/**
 * What is added to the cost of an hour, by all that is told apart.
 *
 * @param toldMs event time at which it was found, epoch milliseconds
 * @param key of what it is
 * @param sum what is added; not to be changed
 */
public record HourCost(long toldMs, FlowKey key, CostSum sum) {}
