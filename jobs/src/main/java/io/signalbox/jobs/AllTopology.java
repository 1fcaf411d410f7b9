// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.delivery.IncidentOutputs;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.detection.Detected;
import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.finops.FinopsTopology;
import io.signalbox.jobs.incidents.CorrelateInputs;
import io.signalbox.jobs.incidents.CorrelateTopology;
import io.signalbox.jobs.incidents.Correlated;
import io.signalbox.jobs.incidents.IncidentStatements;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.PatternInputs;
import io.signalbox.jobs.patterns.PatternTopology;
import io.signalbox.jobs.patterns.Recognised;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** All jobs in one graph, for a small installation: the same topologies, joined in memory. */
public final class AllTopology {
  private AllTopology() {}

  /**
   * Wires everything from batches of telemetry to the outputs.
   *
   * @param rules live failure patterns, or null when none are taken
   * @param tables live symptom tables, or null when none are taken
   */
  public static void build(
      DataStream<SignalBatch> batches,
      @Nullable DataStream<RuleText> rules,
      @Nullable DataStream<RuleText> tables,
      JobOptions options,
      Outputs outputs) {
    build(batches, rules, tables, null, null, null, null, options, outputs);
  }

  /**
   * The same, with what people say about incidents, questions about causes and outcomes of
   * recommendations.
   *
   * @param said statements about incidents, or null when none are taken
   * @param inquiries questions, or null when none are asked
   * @param outcomes what came of recommendations, as it came, or null when nobody says so
   * @param usages usages and prices beside those that spans tell, or null when nothing is charged
   * @return what is said to them
   */
  public static DataStream<Answer> build(
      DataStream<SignalBatch> batches,
      @Nullable DataStream<RuleText> rules,
      @Nullable DataStream<RuleText> tables,
      @Nullable IncidentStatements said,
      @Nullable DataStream<Inquiry> inquiries,
      @Nullable DataStream<Incoming> outcomes,
      @Nullable Function<DataStream<GenAiEvent>, FinopsInputs> usages,
      JobOptions options,
      Outputs outputs) {
    Detected detected = DetectTopology.build(batches, tables, options);
    PatternInputs seen =
        new PatternInputs(
            detected.episodes(),
            detected.edges(),
            detected.changes(),
            detected.symptoms(),
            detected.genAi());
    Recognised recognised = PatternTopology.build(seen.deliver(options), rules, options);
    Correlated correlated =
        CorrelateTopology.build(
            new CorrelateInputs(
                detected.episodes(),
                detected.suspicions(),
                detected.edges(),
                detected.changes(),
                recognised.matches(),
                said,
                inquiries,
                outcomes),
            options);
    Detected all = detected.withLetters(correlated.refused());
    if (usages != null) {
      FinopsInputs inputs = usages.apply(detected.genAi());
      FinopsTopology.build(inputs, options).writeTo(outputs);
      all = inputs.refused() == null ? all : all.withLetters(inputs.refused());
    }
    (said == null ? all : all.withLetters(said.refused())).writeTo(outputs);
    recognised.writeTo(outputs);
    IncidentOutputs.write(correlated, options, outputs);
    return correlated.answers();
  }
}
