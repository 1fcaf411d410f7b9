// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualityShape;
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
 * @param refused labels that could not be used; null when none are taken
 */
public record Qualities(
    DataStream<QualityRate> rates,
    DataStream<QualityShape> shapes,
    DataStream<Episode> episodes,
    @Nullable DataStream<DeadLetter> refused) {
  /** Writes what is told of windows. */
  public void writeWindowsTo(Outputs outputs) {
    outputs.write(rates, QualityTopics.QUALITY_RATES);
    outputs.write(shapes, QualityTopics.QUALITY_SHAPES);
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
