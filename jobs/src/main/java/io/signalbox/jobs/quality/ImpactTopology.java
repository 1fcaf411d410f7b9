// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.analytics.quality.impact.DecisionReading;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.incidents.ReadStatements;
import io.signalbox.jobs.incidents.StampFinding;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.quality.DecisionChangeType;
import io.signalbox.schemas.quality.DecisionItemType;
import io.signalbox.schemas.quality.DecisionReader;
import io.signalbox.schemas.quality.OutcomeReader;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The part of the quality job that goes from decisions and outcomes to what came of them. */
final class ImpactTopology {
  private ImpactTopology() {}

  /**
   * Wires it.
   *
   * @param spans calls of models and tools, some of which name a decision
   */
  static Impacts build(DataStream<GenAiEvent> spans, DecisionInputs inputs, JobOptions options) {
    SingleOutputStreamOperator<AgentDecision> decisions =
        ReadStatements.from(
            inputs.decisions(), "agent-decisions", AgentDecision.class, DecisionReader::read);
    SingleOutputStreamOperator<DecisionOutcome> outcomes =
        ReadStatements.from(
            inputs.outcomes(), "decision-outcomes", DecisionOutcome.class, OutcomeReader::read);
    String baseline = options.impact().baseline();
    DecisionItemType type = new DecisionItemType();
    DataStream<DecisionItem> items =
        KeyItems.key(
                decisions,
                "agent-decisions",
                type,
                (foundMs, said) -> DecisionReading.of(foundMs, said, baseline))
            .union(
                KeyItems.key(outcomes, "decision-outcomes", type, DecisionReading::of),
                KeyItems.key(
                    spans,
                    "span-decisions",
                    type,
                    (foundMs, span) -> DecisionReading.of(foundMs, span, baseline)));
    DecisionChangeType changeType = new DecisionChangeType();
    DataStream<DecisionChange> joined =
        QualityTopology.fold(
                new JoinDecisions(options.impact().horizon().toMillis()),
                changeType,
                options,
                items.keyBy(DecisionItem::id, Types.STRING))
            .uid(JoinDecisions.UID)
            .name("Join decisions");
    DataStream<DecisionImpact> rows =
        QualityTopology.fold(
                new MeasureImpact(options.impact().settings()),
                TypeInformation.of(DecisionImpact.class),
                options,
                StampFinding.stamp(
                        joined,
                        "decision-changes",
                        (foundMs, change) -> change.foundAt(foundMs),
                        changeType)
                    .keyBy(MeasureImpact::keyOf, Types.STRING))
            .uid(MeasureImpact.UID)
            .name("Measure impact");
    return new Impacts(
        rows,
        decisions
            .getSideOutput(ReadStatements.REFUSED)
            .union(outcomes.getSideOutput(ReadStatements.REFUSED)));
  }
}
