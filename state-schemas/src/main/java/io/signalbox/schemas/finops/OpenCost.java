// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;

/**
 * What was used in an hour that is not over, by all that is told apart.
 *
 * @param key of what it is the sum
 * @param flow the sum so far
 */
public record OpenCost(FlowKey key, Flow flow) {}
