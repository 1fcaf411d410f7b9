// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.incidents.IncidentStatements;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.jobs.quality.AnswerInputs;
import io.signalbox.jobs.quality.DecisionInputs;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What all jobs in one graph read. Whatever is null is not taken.
 *
 * @param batches telemetry
 * @param rules live failure patterns
 * @param tables live symptom tables
 * @param said statements of people about incidents
 * @param inquiries questions about causes
 * @param outcomes what came of recommendations
 * @param answers what is said of answers, and predictions
 * @param decisions what agents decided and what came of it
 * @param usages usages and prices beside those that spans tell
 */
public record AllInputs(
    DataStream<SignalBatch> batches,
    @Nullable DataStream<RuleText> rules,
    @Nullable DataStream<RuleText> tables,
    @Nullable IncidentStatements said,
    @Nullable DataStream<Inquiry> inquiries,
    @Nullable DataStream<Incoming> outcomes,
    @Nullable AnswerInputs answers,
    @Nullable DecisionInputs decisions,
    @Nullable Function<DataStream<GenAiEvent>, FinopsInputs> usages) {

  /** Telemetry alone. */
  public static AllInputs of(DataStream<SignalBatch> batches) {
    return new AllInputs(batches, null, null, null, null, null, null, null, null);
  }

  /** The same with live patterns and symptom tables. */
  public AllInputs withRules(
      @Nullable DataStream<RuleText> patterns, @Nullable DataStream<RuleText> symptoms) {
    return new AllInputs(
        batches, patterns, symptoms, said, inquiries, outcomes, answers, decisions, usages);
  }

  /** The same with what people say about incidents. */
  public AllInputs withStatements(@Nullable IncidentStatements statements) {
    return new AllInputs(
        batches, rules, tables, statements, inquiries, outcomes, answers, decisions, usages);
  }

  /** The same with what is said of answers and decisions. */
  public AllInputs withAnswers(@Nullable AnswerInputs answered, @Nullable DecisionInputs decided) {
    return new AllInputs(
        batches, rules, tables, said, inquiries, outcomes, answered, decided, usages);
  }

  /** The same with questions about causes. */
  public AllInputs withInquiries(DataStream<Inquiry> asked) {
    return new AllInputs(batches, rules, tables, said, asked, outcomes, answers, decisions, usages);
  }
}
