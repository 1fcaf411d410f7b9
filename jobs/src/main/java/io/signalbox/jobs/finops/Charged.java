// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.FocusBill;
import io.signalbox.schemas.finops.PriceQuarantine;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.WorkloadAdvice;
import io.signalbox.schemas.topics.FinopsTopics;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What the finops job gives.
 *
 * @param postings what is written into the ledgers or taken back, with the event time at which it
 *     was told
 * @param totals sums by tenant and day
 * @param sums those by period and dimension, null where they are not wanted
 * @param refused usages that are not charged
 * @param quarantine prices that leapt and what became of them, null where no prices are taken
 * @param budgets what is found of budgets, null where there are none
 * @param episodes hours whose cost was not as usual
 * @param advice whether to buy or to host, null where there is no policy
 * @param bill whose bill rows are, and how they are written
 */
public record Charged(
    DataStream<Posting> postings,
    DataStream<CostTotal> totals,
    @Nullable Summed sums,
    DataStream<RefusedUsage> refused,
    @Nullable DataStream<PriceQuarantine> quarantine,
    @Nullable Budgeted budgets,
    DataStream<CostEpisode> episodes,
    @Nullable DataStream<WorkloadAdvice> advice,
    FocusBill bill) {

  /** Wires the making of FOCUS rows, for who wants them; once for a job. */
  public DataStream<ChargeRow> rows() {
    return postings
        .process(new TellRows(bill))
        .returns(TypeInformation.of(ChargeRow.class))
        .uid("tell-rows")
        .name("Tell rows");
  }

  /** Writes each stream to its topic. */
  public void writeTo(Outputs outputs) {
    outputs.write(rows(), FinopsTopics.CHARGES);
    outputs.write(totals, FinopsTopics.COST_TOTALS);
    outputs.write(refused, FinopsTopics.REFUSED_USAGES);
    outputs.write(episodes, FinopsTopics.COST_EPISODES);
    if (quarantine != null) {
      outputs.write(quarantine, FinopsTopics.PRICE_QUARANTINE);
    }
    if (sums != null) {
      sums.writeTo(outputs);
    }
    if (budgets != null) {
      budgets.writeTo(outputs);
    }
    if (advice != null) {
      outputs.write(advice, FinopsTopics.WORKLOAD_ADVICE);
    }
  }
}
