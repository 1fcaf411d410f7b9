// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is lost by an incident so far: the sum over the objectives it has hit.
 *
 * @param currency three letters of ISO 4217
 * @param amount a decimal number
 */
public record MoneyAtRisk(String currency, String amount) {
  /** What is lost by some objectives, by currency. */
  public static List<MoneyAtRisk> sum(List<ObjectiveHit> hits) {
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    for (ObjectiveHit hit : hits) {
      if (hit.currency() != null && hit.moneyAtRisk() != null) {
        sums.merge(hit.currency(), new BigDecimal(hit.moneyAtRisk()), BigDecimal::add);
      }
    }
    List<MoneyAtRisk> money = new ArrayList<>();
    sums.forEach((currency, sum) -> money.add(new MoneyAtRisk(currency, sum.toPlainString())));
    return money;
  }
}
