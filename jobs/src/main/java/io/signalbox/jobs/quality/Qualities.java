// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualityShape;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What is found out about answers of models.
 *
 * @param rates how good they were, by window
 * @param shapes how numbers of answers were spread, by window
 * @param episodes that they are no longer as they were
 * @param impact what came of decisions, by window; null when none are taken
 * @param refused what is said of answers and decisions and could not be used; null when none are
 *     taken
 */
public record Qualities(
    DataStream<QualityRate> rates,
    DataStream<QualityShape> shapes,
    DataStream<Episode> episodes,
    @Nullable DataStream<DecisionImpact> impact,
    @Nullable DataStream<DeadLetter> refused) {
  /** The same with what is found out about decisions. */
  Qualities with(Impacts found) {
    DataStream<DeadLetter> all = refused == null ? found.refused() : refused.union(found.refused());
    return new Qualities(rates, shapes, episodes, found.rows(), all);
  }

  /** Writes what is told of windows. */
  public void writeWindowsTo(Outputs outputs) {
    outputs.write(rates, QualityTopics.QUALITY_RATES);
    outputs.write(shapes, QualityTopics.QUALITY_SHAPES);
    if (impact != null) {
      outputs.write(impact, QualityTopics.DECISION_IMPACT);
    }
  }

  /** Writes each stream to its topic, where the job runs for itself. */
  void writeTo(Outputs outputs) {
    writeWindowsTo(outputs);
    outputs.write(episodes, QualityTopics.DRIFT_EPISODES);
    if (refused != null) {
      outputs.write(refused, Topics.DEAD_LETTERS);
    }
  }
}
