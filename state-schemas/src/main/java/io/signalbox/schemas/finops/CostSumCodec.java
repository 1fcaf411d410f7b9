// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import java.math.BigDecimal;

/** Bytes of a sum of costs. */
final class CostSumCodec {
  private CostSumCodec() {}

  static void write(CostSum sum, LedgerWriter out) {
    out.decimal(sum.asKnown()).decimal(sum.correction());
    out.signed(sum.charges()).signed(sum.requests()).quantities(sum.quantities());
  }

  static CostSum read(LedgerReader in) {
    BigDecimal asKnown = in.decimal();
    BigDecimal correction = in.decimal();
    return new CostSum(asKnown, correction, in.signed(), in.signed(), in.quantities());
  }
}
