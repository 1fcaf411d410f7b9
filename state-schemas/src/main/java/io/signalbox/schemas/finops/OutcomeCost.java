// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * How often an outcome came in a period, and what each cost.
 *
 * @param outcome its name
 * @param count how often
 * @param costEach all that was spent there as it turned out, by outcome, in USD, rounded to 12
 *     decimals
 */
public record OutcomeCost(String outcome, long count, String costEach) {
  /** Those of a sum, by name. */
  static List<OutcomeCost> of(Flow flow) {
    List<OutcomeCost> all = new ArrayList<>();
    flow.outcomes()
        .forEach(
            (name, count) ->
                all.add(new OutcomeCost(name, count, TotalsJson.money(flow.costEach(count)))));
    return all;
  }
}
