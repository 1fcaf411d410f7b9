// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.analytics.signals.SpanCell;
import io.signalbox.jobs.options.DetectionOptions;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.LateBatches;
import io.signalbox.schemas.detection.ServiceBlock;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.LogLines;
import io.signalbox.schemas.signals.PointRows;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SpanCells;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Judges all that one service, or one of its instances, says against what is usual for it, because
 * only the whole of a service's telemetry tells whether one reading is news.
 */
public final class ScoreService extends EventTimeFold<SignalBatch, Episode, ServiceBlock> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "score-service";

  /** Name of the state that holds what is usual for a service. */
  public static final String STATE = "service-block";

  /** Changes that nobody announced. */
  public static final OutputTag<Change> CHANGES =
      new OutputTag<>("changes", TypeInformation.of(Change.class));

  /** Single values that are improbable. */
  public static final OutputTag<Suspicion> SUSPICIONS =
      new OutputTag<>("suspicions", TypeInformation.of(Suspicion.class));

  private final DetectionOptions options;
  private transient @Nullable SeriesJudge judge;
  private transient @Nullable PointRows rows;
  private transient @Nullable Counter unmatched;

  /** Judges by these options. */
  public ScoreService(DetectionOptions options) {
    super(new BatchOrder(), new SignalBatchType(), LateBatches.TAG);
    this.options = options;
  }

  @Override
  protected String stateName() {
    return STATE;
  }

  @Override
  protected ServiceBlock decode(String key, byte @Nullable [] bytes) {
    ShardKey shard = SignalBatch.shardOf(key);
    return bytes == null
        ? ServiceBlock.fresh(shard, judge())
        : ServiceBlock.decode(shard, judge(), bytes);
  }

  private Counter unmatched() {
    if (unmatched == null) {
      unmatched = getMetricGroup().counter("signalbox_feedback_unmatched");
    }
    return unmatched;
  }

  private SeriesJudge judge() {
    if (judge == null) {
      judge = new SeriesJudge(options.series());
    }
    return judge;
  }

  private PointRows rows(List<byte[]> payloads) {
    if (rows == null) {
      rows = new PointRows();
    }
    rows.take(payloads);
    return rows;
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(ServiceBlock block) {
    return block.bytes();
  }

  @Override
  protected long bytesOfItem(SignalBatch batch) {
    return batch.payload().length;
  }

  @Override
  protected byte[] encode(ServiceBlock block) {
    return block.encode();
  }

  @Override
  protected byte[][] parts(ServiceBlock block) {
    return block.parts();
  }

  @Override
  protected boolean isOver(ServiceBlock block) {
    return block.forgotten();
  }

  @Override
  protected void fold(
      ServiceBlock block, long tickMs, List<SignalBatch> batches, FoldOutput<Episode> found) {
    judge().tell(suspicion -> found.collect(SUSPICIONS, suspicion));
    List<byte[]> points = new ArrayList<>();
    List<SpanCell> cells = new ArrayList<>();
    List<LogLine> lines = new ArrayList<>();
    List<Feedback> said = new ArrayList<>();
    for (SignalBatch batch : batches) {
      switch (batch.kind()) {
        case METRICS -> points.add(batch.payload());
        case SPANS -> cells.addAll(SpanCells.decode(batch.payload()));
        case LOGS -> lines.addAll(LogLines.decode(batch.payload()));
        case FEEDBACK -> said.add(statement(batch));
        default -> throw new IllegalArgumentException("nothing to score in " + batch.kind());
      }
    }
    if (!said.isEmpty()) { // it holds for all of the tick
      long nowMs = tickMs + SignalBatch.TICK_MS - 1;
      unmatched().inc(block.series().tell(said, block.key(), nowMs, found::collect));
    }
    if (!points.isEmpty()) {
      block.series().fold(rows(points), block.key(), found::collect);
    }
    boolean spoke = batches.size() > said.size();
    if (spoke && block.key().instance().isEmpty()) { // instances have no requests
      block.requests().heard(tickMs);
      block.requests().foldSpans(tickMs, cells);
      block.requests().foldLogs(tickMs, lines);
    }
  }

  @Override
  protected void advance(ServiceBlock block, long nowMs, FoldOutput<Episode> found) {
    judge().tell(suspicion -> found.collect(SUSPICIONS, suspicion));
    block.advance(nowMs, found::collect, change -> found.collect(CHANGES, change));
  }

  @Override
  protected long nextWakeMs(ServiceBlock block) {
    return block.nextWakeMs();
  }

  private static Feedback statement(SignalBatch batch) {
    try {
      return RecordJson.read(batch.payload(), Feedback.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("a batch of feedback that nobody wrote", unreadable);
    }
  }
}
