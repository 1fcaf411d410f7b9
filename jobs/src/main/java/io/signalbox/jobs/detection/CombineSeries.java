// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.ServiceWatch;
import io.signalbox.jobs.incidents.Finding;
import io.signalbox.jobs.incidents.FindingOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.detection.ServiceWatchCodec;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Makes one statement of all series of a service, because a person who is told a thousand times is
 * told nothing.
 */
public final class CombineSeries extends EventTimeFold<Finding, Episode, ServiceWatch> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "combine-series";

  /** Name of the state that holds what is usual for all series of a service together. */
  public static final String STATE = "off-series";

  private transient @Nullable Counter unmatched;

  public CombineSeries() {
    super(new FindingOrder(), TypeInformation.of(Finding.class));
  }

  /** The key of a finding: its service, whatever the instance. */
  static String keyOf(Finding finding) {
    Feedback said = finding.feedback();
    String service = said == null ? episode(finding).service() : said.service();
    return SignalBatch.keyOf(finding.environment(), service, "");
  }

  private static Episode episode(Finding finding) {
    return Objects.requireNonNull(finding.episode(), "only episodes are combined");
  }

  @Override
  protected String stateName() {
    return STATE;
  }

  @Override
  protected ServiceWatch decode(String key, byte @Nullable [] bytes) {
    var shard = SignalBatch.shardOf(key);
    return bytes == null
        ? new ServiceWatch(shard.environment(), shard.service())
        : ServiceWatchCodec.decode(shard.environment(), shard.service(), bytes);
  }

  @Override
  protected byte[] encode(ServiceWatch watch) {
    return ServiceWatchCodec.encode(watch);
  }

  @Override
  protected boolean isOver(ServiceWatch watch) {
    return watch.isEmpty();
  }

  @Override
  protected void fold(
      ServiceWatch watch, long tickMs, List<Finding> findings, FoldOutput<Episode> found) {
    long nowMs = tickMs + SignalBatch.TICK_MS - 1;
    List<Episode> revisions = new ArrayList<>();
    List<Feedback> said = new ArrayList<>();
    for (Finding finding : findings) {
      Feedback statement = finding.feedback();
      if (statement == null) {
        revisions.add(episode(finding));
      } else {
        said.add(statement);
      }
    }
    if (!said.isEmpty()) { // it holds for all of the tick
      unmatched().inc(watch.tell(said, nowMs, found::collect));
    }
    if (!revisions.isEmpty()) {
      watch.fold(nowMs, revisions, found::collect);
    }
  }

  private Counter unmatched() {
    if (unmatched == null) {
      unmatched = getMetricGroup().counter("signalbox_feedback_unmatched");
    }
    return unmatched;
  }

  @Override
  protected void advance(ServiceWatch watch, long nowMs, FoldOutput<Episode> found) {
    // It speaks only when a series does.
  }

  @Override
  protected long nextWakeMs(ServiceWatch watch) {
    return Long.MAX_VALUE;
  }
}
