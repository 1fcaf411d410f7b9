// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.detection.ServiceBlock;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.PointRows;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does the arithmetic of the detect job on blocks that stay decoded in a map beside Flink's state:
 * what is left of the job when nothing has to be kept over a restart.
 */
final class FoldPoints extends EventTimeFold<SignalBatch, Episode, ServiceBlock> {
  private static final long serialVersionUID = 1;

  private transient @Nullable Map<String, ServiceBlock> blocks;
  private transient @Nullable SeriesJudge judge;
  private transient @Nullable PointRows rows;

  FoldPoints() {
    super(new BatchOrder(), new SignalBatchType());
  }

  @Override
  protected String stateName() {
    return "nothing";
  }

  @Override
  protected ServiceBlock decode(String key, byte @Nullable [] bytes) {
    if (blocks == null) {
      blocks = new HashMap<>();
    }
    return blocks.computeIfAbsent(
        key, missing -> ServiceBlock.fresh(SignalBatch.shardOf(missing), judge()));
  }

  private SeriesJudge judge() {
    if (judge == null) {
      judge = new SeriesJudge(JobOptions.of().detection().series());
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
  protected byte[] encode(ServiceBlock block) {
    throw new IllegalStateException("nothing is kept");
  }

  @Override
  protected boolean isOver(ServiceBlock block) {
    return true;
  }

  @Override
  protected void fold(
      ServiceBlock block, long tickMs, List<SignalBatch> batches, FoldOutput<Episode> found) {
    List<byte[]> points = new ArrayList<>();
    for (SignalBatch batch : batches) {
      if (batch.kind() == BatchKind.METRICS) {
        points.add(batch.payload());
      }
    }
    if (!points.isEmpty()) {
      block.series().fold(rows(points), block.key(), found::collect);
    }
  }

  @Override
  protected void advance(ServiceBlock block, long nowMs, FoldOutput<Episode> found) {
    // Only what comes is folded.
  }

  @Override
  protected long nextWakeMs(ServiceBlock block) {
    return Long.MAX_VALUE;
  }
}
