// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.schemas.finops.BillingAccount;
import io.signalbox.schemas.finops.FocusCsv;
import io.signalbox.schemas.finops.FocusRow;
import io.signalbox.schemas.finops.FocusRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes charges in the columns of FOCUS. */
final class ChargeFiles {
  private ChargeFiles() {}

  /** Writes charges in their order, and says how many rows they are. */
  static long write(List<Charge> charges, BillingAccount account, Path out) throws IOException {
    FocusRows rows = new FocusRows(account);
    long written = 0;
    List<FocusRow> some = new ArrayList<>();
    try (FocusCsv csv = FocusCsv.create(out.resolve("charges.csv"))) {
      for (Charge charge : charges) {
        some.clear();
        rows.tell(charge, some::add);
        for (FocusRow row : some) {
          csv.write(row);
        }
        written += some.size();
      }
    }
    return written;
  }
}
