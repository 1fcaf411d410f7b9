// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.HourCostType;
import io.signalbox.schemas.finops.RefusedUsage;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Outcomes that were counted.
 *
 * @param hours what is added to sums of hours; it holds up no one
 * @param refused what is not counted
 */
record Counted(DataStream<HourCost> hours, DataStream<RefusedUsage> refused) {
  /** Wires the counting of what was read. */
  static Counted of(DataStream<Incoming> said, JobOptions options) {
    SingleOutputStreamOperator<Outcome> read =
        said.process(new ReadOutcomes())
            .returns(TypeInformation.of(Outcome.class))
            .uid("read-outcomes")
            .name("Read outcomes");
    SingleOutputStreamOperator<HourCost> counted =
        read.keyBy(Outcome::key, Types.STRING)
            .process(new CountOutcomes(options.finops().retention().toMillis()))
            .returns(new HourCostType())
            .uid(CountOutcomes.UID)
            .name("Count outcomes");
    DataStream<HourCost> hours =
        counted
            .assignTimestampsAndWatermarks(Timeless.<HourCost>after(Duration.ZERO))
            .uid("let-outcomes-come")
            .name("Let outcomes come");
    DataStream<RefusedUsage> refused =
        read.getSideOutput(ReadOutcomes.REFUSED)
            .union(counted.getSideOutput(CountOutcomes.REFUSED));
    return new Counted(hours, refused);
  }
}
