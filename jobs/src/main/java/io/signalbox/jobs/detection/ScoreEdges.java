// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.EdgeWatch;
import io.signalbox.analytics.detection.EdgeWatchSettings;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.LateBatches;
import io.signalbox.schemas.detection.EdgeWatchCodec;
import io.signalbox.schemas.signals.EdgeCellCodec;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Judges what goes over each edge out of one caller, because a caller knows all its callees and so
 * can tell who failed to answer.
 */
public final class ScoreEdges extends EventTimeFold<SignalBatch, EdgeWindow, EdgeWatch> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "score-edges";

  /** Edges that are not as usual. */
  public static final OutputTag<Episode> EPISODES =
      new OutputTag<>("edge-episodes", TypeInformation.of(Episode.class));

  /** What calls are for the objectives of their edges. */
  public static final OutputTag<ObjectiveWindow> OBJECTIVES =
      new OutputTag<>("edge-objectives", TypeInformation.of(ObjectiveWindow.class));

  private final Objectives objectives;

  /** Judges edges, and counts calls for these objectives. */
  public ScoreEdges(Objectives objectives) {
    super(new BatchOrder(), new SignalBatchType(), LateBatches.TAG);
    this.objectives = objectives;
  }

  @Override
  protected String stateName() {
    return "edge-block";
  }

  @Override
  protected EdgeWatch decode(String key, byte @Nullable [] bytes) {
    var caller = SignalBatch.shardOf(key);
    return bytes == null
        ? new EdgeWatch(caller.environment(), caller.service(), EdgeWatchSettings.DEFAULT)
        : EdgeWatchCodec.read(bytes, EdgeWatchSettings.DEFAULT);
  }

  @Override
  protected byte[] encode(EdgeWatch watch) {
    return EdgeWatchCodec.write(watch);
  }

  @Override
  protected boolean isOver(EdgeWatch watch) {
    return watch.isEmpty();
  }

  @Override
  protected void fold(
      EdgeWatch watch, long tickMs, List<SignalBatch> batches, FoldOutput<EdgeWindow> found) {
    List<EdgeCell> cells = new ArrayList<>();
    for (SignalBatch batch : batches) {
      cells.addAll(EdgeCellCodec.read(batch.payload()));
    }
    watch.fold(tickMs, cells);
  }

  @Override
  protected void advance(EdgeWatch watch, long nowMs, FoldOutput<EdgeWindow> found) {
    watch.closeDue(
        nowMs,
        (window, sums) -> {
          found.collect(window);
          objectives.count(window, sums, counted -> found.collect(OBJECTIVES, counted));
        },
        episode -> found.collect(EPISODES, episode));
  }

  @Override
  protected long nextWakeMs(EdgeWatch watch) {
    return watch.nextWakeMs();
  }
}
