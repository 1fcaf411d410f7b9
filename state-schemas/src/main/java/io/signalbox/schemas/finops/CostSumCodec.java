// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Bytes of a sum of costs, within those of what it is the sum of. All of these tell what is in
 * doubt from their second version on.
 */
final class CostSumCodec {
  private static final int FIRST = 1;

  private CostSumCodec() {}

  static void write(CostSum sum, LedgerWriter out) {
    out.decimal(sum.asKnown()).decimal(sum.correction());
    out.signed(sum.charges()).signed(sum.requests()).quantities(sum.quantities());
    out.decimal(sum.inDoubt());
  }

  static CostSum read(LedgerReader in) {
    BigDecimal asKnown = in.decimal();
    BigDecimal correction = in.decimal();
    long charges = in.signed();
    long requests = in.signed();
    Map<Meter, BigDecimal> quantities = in.quantities();
    BigDecimal inDoubt = in.version() == FIRST ? BigDecimal.ZERO : in.decimal();
    return new CostSum(asKnown, correction, inDoubt, charges, requests, quantities);
  }
}
