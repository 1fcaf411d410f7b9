// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.finops.Charged;
import io.signalbox.jobs.finops.Summed;
import io.signalbox.jobs.options.ChargeOptions;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.parquet.ParquetCharges;
import io.signalbox.jobs.topics.Outputs;

/** All places where charges go. They agree to the last digit, as of each completed checkpoint. */
public final class ChargeOutputs {
  private ChargeOutputs() {}

  /** Writes the topics, and the places that the options name. */
  public static void write(Charged charged, JobOptions options, Outputs outputs) {
    charged.writeTo(outputs);
    ChargeOptions places = options.charges();
    if (places.postgres()) {
      StoreCharges.store(charged.postings(), charged.bill(), options.postgres());
      StoreLatest.store(charged.totals(), LatestTable.TOTALS, options.postgres());
      Summed sums = charged.sums();
      if (sums != null) {
        StoreLatest.store(sums.aggregates(), LatestTable.AGGREGATES, options.postgres());
        StoreLatest.store(sums.showback(), LatestTable.SHOWBACK, options.postgres());
      }
    }
    if (!places.parquet().isEmpty()) {
      ParquetCharges.write(charged.postings(), charged.bill(), places.parquet());
    }
  }
}
