// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.finops.AggregateCost;
import io.signalbox.schemas.finops.AggregateCostType;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.ShowbackRow;
import io.signalbox.schemas.topics.FinopsTopics;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Sums by period and dimension.
 *
 * @param aggregates what was used and spent
 * @param showback months of tenants in both views
 */
public record Summed(DataStream<CostAggregate> aggregates, DataStream<ShowbackRow> showback) {
  /** Wires the summing. */
  static Summed of(DataStream<HourCost> hours, JobOptions options) {
    long retentionMs = options.finops().retention().toMillis();
    DataStream<AggregateCost> parts =
        hours
            .transform("GatherSums", new AggregateCostType(), new GatherSums())
            .uid(GatherSums.UID)
            .name("Gather sums");
    DataStream<CostAggregate> aggregates =
        parts
            .keyBy(AggregateCost::text, Types.STRING)
            .transform(
                "SumPeriods",
                TypeInformation.of(CostAggregate.class),
                FinopsTopology.with(options, new SumPeriods(retentionMs)))
            .uid(SumPeriods.UID)
            .name("Sum periods");
    TellShowback tell = new TellShowback(retentionMs); // once an hour, even where others hurry
    tell.cache(options.state().cache().getBytes());
    DataStream<ShowbackRow> showback =
        parts
            .filter(AggregateCost::ofTenantAndMonth)
            .uid("take-months-of-tenants")
            .name("Take months of tenants")
            .keyBy(AggregateCost::month, Types.STRING)
            .transform("TellShowback", TypeInformation.of(ShowbackRow.class), tell)
            .uid(TellShowback.UID)
            .name("Tell showback");
    return new Summed(aggregates, showback);
  }

  /** Writes each stream to its topic. */
  void writeTo(Outputs outputs) {
    outputs.write(aggregates, FinopsTopics.COST_AGGREGATES);
    outputs.write(showback, FinopsTopics.SHOWBACK);
  }
}
