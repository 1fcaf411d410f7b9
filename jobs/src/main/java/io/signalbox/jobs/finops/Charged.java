// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.topics.FinopsTopics;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the finops job gives.
 *
 * @param postings what is written into the ledgers or taken back, with the event time at which it
 *     was told
 * @param rows the same as rows of FOCUS
 * @param totals sums
 * @param refused usages that are not charged
 */
public record Charged(
    DataStream<Posting> postings,
    DataStream<ChargeRow> rows,
    DataStream<CostTotal> totals,
    DataStream<RefusedUsage> refused) {

  /** Writes each stream to its topic. */
  public void writeTo(Outputs outputs) {
    outputs.write(rows, FinopsTopics.CHARGES);
    outputs.write(totals, FinopsTopics.COST_TOTALS);
    outputs.write(refused, FinopsTopics.REFUSED_USAGES);
  }
}
