// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.QualityOptions;
import io.signalbox.jobs.parquet.ParquetWindows;
import io.signalbox.jobs.quality.Qualities;
import io.signalbox.schemas.topics.QualityTopics;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Where rates of answers and impact of decisions go beside their topics. All say the same, as of
 * each completed checkpoint.
 */
public final class QualityPlaces {
  private QualityPlaces() {}

  /** Writes to the places that the options name. */
  public static void write(Qualities found, JobOptions options) {
    QualityOptions places = options.quality();
    DataStream<QualityRate> rates = found.rates();
    DataStream<DecisionImpact> impact = found.impact();
    if (places.postgres()) {
      StoreLatest.store(rates, LatestTable.RATES, options.postgres());
      if (impact != null) {
        StoreLatest.store(impact, LatestTable.IMPACT, options.postgres());
      }
    }
    if (!places.parquet().isEmpty()) {
      ParquetWindows folder = new ParquetWindows(places.parquet());
      folder.write(rates, QualityTopics.QUALITY_RATES);
      if (impact != null) {
        folder.write(impact, QualityTopics.DECISION_IMPACT);
      }
    }
  }
}
