// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.LateItems;
import io.signalbox.analytics.signals.TelemetryQuality;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What the detect job gives.
 *
 * @param episodes what is not as usual
 * @param suspicions single values that are improbable
 * @param symptoms facts with a name
 * @param verdicts what became of live symptom tables; null where none are taken
 * @param edges windows of the dependency graph
 * @param changes announced and inferred changes
 * @param deadLetters input that could not be used
 * @param late what came too late to be folded
 * @param quality how much of the telemetry could be used
 * @param genAi GenAI calls and evaluations, passed on
 * @param objectives requests that count for objectives; null where none are named
 */
public record Detected(
    DataStream<Episode> episodes,
    DataStream<Suspicion> suspicions,
    DataStream<Symptom> symptoms,
    @Nullable DataStream<RuleVerdict> verdicts,
    DataStream<EdgeWindow> edges,
    DataStream<Change> changes,
    DataStream<DeadLetter> deadLetters,
    DataStream<LateItems> late,
    DataStream<TelemetryQuality> quality,
    DataStream<GenAiEvent> genAi,
    @Nullable DataStream<ObjectiveWindow> objectives) {

  /** The same with more input that could not be used. */
  public Detected withLetters(DataStream<DeadLetter> more) {
    return new Detected(
        episodes,
        suspicions,
        symptoms,
        verdicts,
        edges,
        changes,
        deadLetters.union(more),
        late,
        quality,
        genAi,
        objectives);
  }

  /** The same with more that is not as usual. */
  public Detected withEpisodes(DataStream<Episode> more) {
    return new Detected(
        episodes.union(more),
        suspicions,
        symptoms,
        verdicts,
        edges,
        changes,
        deadLetters,
        late,
        quality,
        genAi,
        objectives);
  }

  /** Writes each stream to its topic. */
  public void writeTo(Outputs outputs) {
    outputs.write(episodes, Topics.EPISODES);
    outputs.write(suspicions, Topics.SUSPICIONS);
    outputs.write(symptoms, Topics.SYMPTOMS);
    if (verdicts != null) {
      outputs.write(verdicts, Topics.SYMPTOM_VERDICTS);
    }
    outputs.write(edges, Topics.EDGES);
    outputs.write(changes, Topics.CHANGES);
    outputs.write(deadLetters, Topics.DEAD_LETTERS);
    outputs.write(late, Topics.LATE);
    outputs.write(quality, Topics.TELEMETRY_QUALITY);
    outputs.write(genAi, Topics.GEN_AI);
    if (objectives != null) {
      outputs.write(objectives, IncidentTopics.OBJECTIVE_WINDOWS);
    }
  }
}
