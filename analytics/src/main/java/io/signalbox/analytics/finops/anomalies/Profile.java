// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.aggregates.Flow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * How some hours were.
 *
 * @param hours how many
 * @param cost all of it, in USD
 * @param requests calls of models
 * @param models how a call of each was
 * @param standing what was no call, in USD
 */
record Profile(
    long hours, BigDecimal cost, long requests, Map<String, ModelUse> models, BigDecimal standing) {
  /** The profile of some hours. */
  static Profile of(UsedHours used) {
    Map<String, ModelUse> models = new TreeMap<>();
    BigDecimal cost = BigDecimal.ZERO;
    BigDecimal standing = BigDecimal.ZERO;
    long requests = 0;
    for (Map.Entry<String, Flow> one : used.models().entrySet()) {
      Flow flow = one.getValue();
      cost = cost.add(flow.asKnown());
      requests += flow.requests();
      if (flow.requests() > 0) {
        models.put(one.getKey(), ModelUse.of(flow));
      } else {
        standing = standing.add(flow.asKnown());
      }
    }
    return new Profile(used.hours(), cost, requests, models, standing);
  }
}
