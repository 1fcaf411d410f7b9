// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.jobs.options.FinopsOptions;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.KeyedAndEveryTask;
import io.signalbox.schemas.finops.CatalogueCodec;
import io.signalbox.schemas.finops.CostDelta;
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.PostingType;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.SubjectCost;
import io.signalbox.schemas.finops.SubjectCostType;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageBatchType;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The finops job: from usages and prices to charges and sums of them. */
public final class FinopsTopology {
  private static final String NAME = "Charge usages";

  private FinopsTopology() {}

  /** Wires the job. */
  public static Charged build(FinopsInputs inputs, JobOptions options) {
    FinopsOptions finops = options.finops();
    SingleOutputStreamOperator<UsageBatch> gathered = gather(inputs.usages(), options);
    DataStream<Posting> postings = charge(gathered, inputs, options);
    DataStream<RefusedUsage> refused =
        KeyedAndEveryTask.sideOutput(postings, ChargeUsages.REFUSED)
            .union(gathered.getSideOutput(GatherUsages.REFUSED));
    DataStream<CostDelta> deltas = KeyedAndEveryTask.sideOutput(postings, ChargedSums.COSTS);
    DataStream<CostTotal> totals =
        deltas
            .keyBy(CostDelta::text, Types.STRING)
            .transform(
                "SumCosts",
                TypeInformation.of(CostTotal.class),
                with(options, new SumCosts(finops.retention().toMillis())))
            .uid(SumCosts.UID)
            .name("Sum costs");
    DataStream<HourCost> hours = KeyedAndEveryTask.sideOutput(postings, ChargedSums.HOURS);
    Counted outcomes =
        inputs.outcomes() == null || !finops.aggregates()
            ? null
            : Counted.of(inputs.outcomes(), options);
    if (outcomes != null) {
      hours = hours.union(outcomes.hours());
      refused = refused.union(outcomes.refused());
    }
    List<Budget> budgets = finops.topmostBudgets();
    Policy policy = finops.sovereignty();
    return new Charged(
        postings,
        totals,
        finops.aggregates() ? Summed.of(hours, options) : null,
        refused,
        inputs.prices() == null ? null : TellQuarantine.of(inputs.prices()),
        budgets.isEmpty() ? null : Budgeted.of(postings, budgets, options),
        watch(postings, options),
        policy == null ? null : AdviseWorkloads.of(postings, policy, options),
        finops.bill());
  }

  /** Wires what is in front of the shuffle: usages of a shard and second in one record. */
  public static SingleOutputStreamOperator<UsageBatch> gather(
      DataStream<UsageBatch> usages, JobOptions options) {
    GatherUsages gather = new GatherUsages();
    if (options.time().foldOnArrival()) {
      gather.gatherNothing();
    }
    return usages
        .transform("GatherUsages", new UsageBatchType(), gather)
        .uid(GatherUsages.UID)
        .name("Gather usages");
  }

  private static DataStream<CostEpisode> watch(DataStream<Posting> postings, JobOptions options) {
    WatchCosts watch = new WatchCosts(); // an hour is judged at its end, even where others hurry
    watch.cache(options.state().cache().getBytes());
    return postings
        .transform("GatherCosts", new SubjectCostType(), new GatherCosts())
        .uid(GatherCosts.UID)
        .name("Gather costs")
        .keyBy(SubjectCost::text, Types.STRING)
        .transform("WatchCosts", TypeInformation.of(CostEpisode.class), watch)
        .uid(WatchCosts.UID)
        .name("Watch costs");
  }

  private static DataStream<Posting> charge(
      DataStream<UsageBatch> gathered, FinopsInputs inputs, JobOptions options) {
    FinopsOptions finops = options.finops();
    ChargeUsages operator =
        with(
            options,
            new ChargeUsages(
                CatalogueCodec.write(finops.entries()), finops.retention().toMillis()));
    KeyedStream<UsageBatch, String> keyed = gathered.keyBy(UsageBatch::key, Types.STRING);
    return inputs.prices() == null
        ? keyed
            .transform("ChargeUsages", new PostingType(), operator)
            .uid(ChargeUsages.UID)
            .name(NAME)
        : KeyedAndEveryTask.apply(
            keyed, inputs.prices(), operator, ChargeUsages.UID, NAME, new PostingType());
  }

  /** The fold as options want it. */
  static <F extends EventTimeFold<?, ?, ?>> F with(JobOptions options, F fold) {
    if (options.time().foldOnArrival()) {
      fold.foldOnArrival();
    }
    fold.cache(options.state().cache().getBytes());
    return fold;
  }
}
