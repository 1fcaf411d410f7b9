// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BudgetBook;
import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.BudgetSpendType;
import io.signalbox.schemas.finops.BudgetState;
import io.signalbox.schemas.topics.FinopsTopics;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * What is found of budgets.
 *
 * @param alerts what is told of them
 * @param states how they stand
 */
public record Budgeted(DataStream<BudgetAlert> alerts, DataStream<BudgetState> states) {
  /** Wires the following of budgets. */
  static Budgeted of(DataStream<Posting> postings, List<Budget> topmost, JobOptions options) {
    List<Budget> budgets = new BudgetBook(topmost).budgets();
    DataStream<BudgetSpend> spends =
        postings
            .flatMap(new AssignSpends(budgets))
            .returns(new BudgetSpendType())
            .uid("assign-spends")
            .name("Assign spends");
    SingleOutputStreamOperator<BudgetAlert> alerts =
        spends
            .keyBy(BudgetSpend::budget, Types.STRING)
            .transform(
                "FollowBudgets",
                TypeInformation.of(BudgetAlert.class),
                FinopsTopology.with(
                    options, new FollowBudgets(budgets, options.finops().retention().toMillis())))
            .uid(FollowBudgets.UID)
            .name("Follow budgets");
    return new Budgeted(alerts, alerts.getSideOutput(FollowBudgets.STATES));
  }

  /** Writes each stream to its topic. */
  void writeTo(Outputs outputs) {
    outputs.write(alerts, FinopsTopics.BUDGET_ALERTS);
    outputs.write(states, FinopsTopics.BUDGET_STATES);
  }
}
