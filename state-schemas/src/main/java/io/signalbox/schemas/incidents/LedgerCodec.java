// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.analytics.objectives.Spent;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Map;

/** The totals of one objective as part of a block, each as what it is more than the one before. */
final class LedgerCodec {
  private LedgerCodec() {}

  static void write(FlatWriter out, Ledger ledger) {
    out.count(ledger.totals().size());
    long lastMs = 0;
    Spent last = Spent.NOTHING;
    for (Map.Entry<Long, Spent> entry : ledger.totals().entrySet()) {
      Spent total = entry.getValue();
      out.signed(entry.getKey() - lastMs);
      out.count(total.requests() - last.requests());
      out.count(total.bad() - last.bad());
      out.count(total.missedMs() - last.missedMs());
      lastMs = entry.getKey();
      last = total;
    }
  }

  static Ledger read(FlatReader in) {
    Ledger ledger = new Ledger();
    long ms = 0;
    Spent total = Spent.NOTHING;
    for (int left = in.length(); left > 0; left--) {
      ms += in.signed();
      total =
          new Spent(
              total.requests() + in.count(),
              total.bad() + in.count(),
              total.missedMs() + in.count());
      ledger.put(ms, total);
    }
    return ledger;
  }
}
