// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.OutcomeCounts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bytes of a sum of costs, within those of what it is the sum of. All of these tell what is in
 * doubt, and outcomes, from their second version on.
 */
final class CostSumCodec {
  private static final int FIRST = 1;

  private CostSumCodec() {}

  static void write(CostSum sum, LedgerWriter out) {
    out.decimal(sum.asKnown()).decimal(sum.correction());
    out.signed(sum.charges()).signed(sum.requests()).quantities(sum.quantities());
    out.decimal(sum.inDoubt()).count(sum.outcomes().size());
    sum.outcomes().forEach((name, count) -> out.text(name).signed(count));
  }

  static CostSum read(LedgerReader in) {
    BigDecimal asKnown = in.decimal();
    BigDecimal correction = in.decimal();
    long charges = in.signed();
    long requests = in.signed();
    Map<Meter, BigDecimal> quantities = in.quantities();
    if (in.version() == FIRST) {
      return new CostSum(asKnown, correction, charges, requests, quantities);
    }
    BigDecimal inDoubt = in.decimal();
    return new CostSum(asKnown, correction, inDoubt, charges, requests, quantities)
        .with(outcomes(in));
  }

  private static SortedMap<String, Long> outcomes(LedgerReader in) {
    int size = in.length();
    if (size == 0) {
      return OutcomeCounts.NONE;
    }
    SortedMap<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      counts.put(in.text(), in.signed());
    }
    return counts;
  }
}
