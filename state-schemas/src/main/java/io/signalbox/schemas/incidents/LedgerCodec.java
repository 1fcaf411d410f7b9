// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.incidents;

import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.analytics.objectives.Spent;
import io.signalbox.schemas.signals.DistinctCodec;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.Map;

/**
 * What was spent of one objective as part of a block, each total as what it is more than the last.
 */
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
    out.count(ledger.users().size());
    ledger
        .users()
        .forEach(
            (endMs, users) -> {
              out.signed(endMs);
              DistinctCodec.write(out, users);
            });
  }

  /**
   * Reads what was spent.
   *
   * @param counted whether users were counted when it was written
   */
  static Ledger read(FlatReader in, boolean counted) {
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
    for (int left = counted ? in.length() : 0; left > 0; left--) {
      ledger.putUsers(in.signed(), DistinctCodec.read(in));
    }
    return ledger;
  }
}
