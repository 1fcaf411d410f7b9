// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.QualityOutput;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualitySettings;
import io.signalbox.analytics.quality.QualityShape;
import io.signalbox.analytics.quality.ServiceQuality;
import io.signalbox.analytics.signals.Change;
import io.signalbox.jobs.options.QualityOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.quality.QualityItem;
import io.signalbox.schemas.quality.QualityItemType;
import io.signalbox.schemas.quality.ServiceQualityCodec;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Watches the answers of each service, because a model may be quick, cheap, without an error, and
 * wrong.
 */
final class WatchAnswers extends EventTimeFold<QualityItem, QualityRate, ServiceQuality> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "watch-answers";

  /** Answers that are no longer as they were. */
  static final OutputTag<Episode> EPISODES =
      new OutputTag<>("drift-episodes", TypeInformation.of(Episode.class));

  /** How numbers of answers are spread. */
  static final OutputTag<QualityShape> SHAPES =
      new OutputTag<>("quality-shapes", TypeInformation.of(QualityShape.class));

  private final QualityOptions options;
  private transient @Nullable QualitySettings settings;
  private transient @Nullable Counter unwatched;

  /** Watches by these options. */
  WatchAnswers(QualityOptions options) {
    super(new QualityItemOrder(), new QualityItemType());
    this.options = options;
  }

  @Override
  public void open() throws Exception {
    super.open();
    unwatched = getMetricGroup().counter("signalbox_unwatched_observations");
  }

  private QualitySettings settings() {
    if (settings == null) {
      settings = options.settings();
    }
    return settings;
  }

  @Override
  protected String stateName() {
    return "service-quality";
  }

  @Override
  protected ServiceQuality decode(String key, byte @Nullable [] bytes) {
    var shard = SignalBatch.shardOf(key);
    return bytes == null
        ? new ServiceQuality(shard.environment(), shard.service(), settings())
        : ServiceQualityCodec.read(bytes, settings());
  }

  @Override
  protected byte[] encode(ServiceQuality quality) {
    return ServiceQualityCodec.write(quality);
  }

  @Override
  protected boolean isOver(ServiceQuality quality) {
    return quality.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected void fold(
      ServiceQuality quality, long tickMs, List<QualityItem> items, FoldOutput<QualityRate> found) {
    List<Change> changes = new ArrayList<>();
    List<Observation> seen = new ArrayList<>();
    for (QualityItem item : items) {
      if (item.change() != null) {
        changes.add(item.change());
      }
      if (item.observation() != null) {
        seen.add(item.observation());
      }
    }
    long before = quality.unwatched;
    quality.fold(changes, seen, to(found));
    if (unwatched != null) {
      unwatched.inc(quality.unwatched - before);
    }
  }

  @Override
  protected void advance(ServiceQuality quality, long nowMs, FoldOutput<QualityRate> found) {
    quality.advance(nowMs, to(found));
  }

  private static QualityOutput to(FoldOutput<QualityRate> found) {
    return new QualityOutput() {
      @Override
      public void rate(QualityRate rate) {
        found.collect(rate);
      }

      @Override
      public void shape(QualityShape shape) {
        found.collect(SHAPES, shape);
      }

      @Override
      public void episode(Episode episode) {
        found.collect(EPISODES, episode);
      }
    };
  }

  @Override
  protected long nextWakeMs(ServiceQuality quality) {
    return quality.nextWakeMs();
  }
}
