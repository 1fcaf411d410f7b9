// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Answer;
import io.signalbox.jobs.delivery.ChargeOutputs;
import io.signalbox.jobs.delivery.IncidentOutputs;
import io.signalbox.jobs.delivery.QualityPlaces;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.detection.Detected;
import io.signalbox.jobs.finops.Charged;
import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.finops.FinopsTopology;
import io.signalbox.jobs.finops.TieCosts;
import io.signalbox.jobs.incidents.CorrelateInputs;
import io.signalbox.jobs.incidents.CorrelateTopology;
import io.signalbox.jobs.incidents.Correlated;
import io.signalbox.jobs.incidents.IncidentStatements;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.PatternInputs;
import io.signalbox.jobs.patterns.PatternTopology;
import io.signalbox.jobs.patterns.Recognised;
import io.signalbox.jobs.quality.Qualities;
import io.signalbox.jobs.quality.QualityInputs;
import io.signalbox.jobs.quality.QualityTopology;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.IncidentTopics;
import org.apache.flink.streaming.api.datastream.DataStream;

/** All jobs in one graph, for a small installation: the same topologies, joined in memory. */
public final class AllTopology {
  private AllTopology() {}

  /**
   * Wires everything from telemetry to the outputs.
   *
   * @return what is said to the questions
   */
  public static DataStream<Answer> build(AllInputs inputs, JobOptions options, Outputs outputs) {
    Detected alone = DetectTopology.build(inputs.batches(), inputs.tables(), options);
    Qualities answers =
        QualityTopology.build(
            new QualityInputs(alone.genAi(), alone.changes(), inputs.answers(), inputs.decisions()),
            options);
    Detected watched = alone.withEpisodes(answers.episodes());
    Detected detected =
        answers.refused() == null ? watched : watched.withLetters(answers.refused());
    Charged charged = null;
    DataStream<Episode> episodes = detected.episodes();
    if (inputs.usages() != null) {
      FinopsInputs used = inputs.usages().apply(detected.genAi());
      charged = FinopsTopology.build(used, options);
      detected = used.refused() == null ? detected : detected.withLetters(used.refused());
      episodes = episodes.union(TieCosts.of(charged.episodes(), detected.genAi(), options));
    }
    PatternInputs seen =
        new PatternInputs(
            episodes, detected.edges(), detected.changes(), detected.symptoms(), detected.genAi());
    Recognised recognised = PatternTopology.build(seen.deliver(options), inputs.rules(), options);
    Correlated correlated =
        CorrelateTopology.build(
            new CorrelateInputs(
                episodes,
                detected.suspicions(),
                detected.edges(),
                detected.changes(),
                recognised.matches(),
                inputs.said(),
                inputs.inquiries(),
                inputs.outcomes(),
                detected.objectives()),
            options);
    Detected all = detected.withLetters(correlated.refused());
    if (charged != null) {
      ChargeOutputs.write(charged, options, outputs);
    }
    IncidentStatements said = inputs.said();
    (said == null ? all : all.withLetters(said.refused())).writeTo(outputs);
    recognised.writeTo(outputs);
    answers.writeWindowsTo(outputs);
    QualityPlaces.write(answers, options);
    IncidentOutputs.write(correlated, options, outputs);
    if (said != null && said.questions() != null) {
      outputs.write(correlated.answers(), IncidentTopics.INCIDENT_ANSWERS);
    }
    return correlated.answers();
  }
}
