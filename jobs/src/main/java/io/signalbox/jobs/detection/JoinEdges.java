// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeJoin;
import io.signalbox.analytics.signals.EdgeJoinSettings;
import io.signalbox.analytics.signals.SpanHalf;
import io.signalbox.analytics.signals.SpanHalfOrder;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.LateBatches;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.EdgeCellCodec;
import io.signalbox.schemas.signals.EdgeJoinCodec;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SpanHalfCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the two sides of each call together, because neither service alone sees the time that is
 * lost between them or a callee that says nothing.
 */
public final class JoinEdges extends EventTimeFold<SignalBatch, SignalBatch, EdgeJoin> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "join-edges";

  public JoinEdges() {
    super(new BatchOrder(), new SignalBatchType(), LateBatches.TAG);
  }

  @Override
  protected String stateName() {
    return "open-calls";
  }

  @Override
  protected EdgeJoin decode(String key, byte @Nullable [] bytes) {
    return bytes == null
        ? new EdgeJoin(EdgeJoinSettings.DEFAULT)
        : EdgeJoinCodec.read(bytes, EdgeJoinSettings.DEFAULT);
  }

  @Override
  protected byte[] encode(EdgeJoin join) {
    return EdgeJoinCodec.write(join);
  }

  @Override
  protected boolean isOver(EdgeJoin join) {
    return join.isEmpty();
  }

  @Override
  protected void fold(
      EdgeJoin join, long tickMs, List<SignalBatch> batches, FoldOutput<SignalBatch> found) {
    List<SpanHalf> halves = new ArrayList<>();
    for (SignalBatch batch : batches) {
      halves.addAll(SpanHalfCodec.read(batch.payload()));
    }
    halves.sort(SpanHalfOrder.BY_TIME_THEN_CONTENT);
    join.fold(tickMs, halves);
  }

  @Override
  protected void advance(EdgeJoin join, long nowMs, FoldOutput<SignalBatch> found) {
    Map<List<String>, List<EdgeCell>> byCaller = new LinkedHashMap<>();
    join.advance(
        nowMs,
        cell ->
            byCaller
                .computeIfAbsent(
                    List.of(cell.environment(), cell.caller()), missing -> new ArrayList<>())
                .add(cell));
    byCaller.forEach((caller, cells) -> found.collect(batch(caller, cells, nowMs)));
  }

  private static SignalBatch batch(List<String> caller, List<EdgeCell> cells, long nowMs) {
    return new SignalBatch(
        BatchKind.EDGES,
        caller.get(0),
        caller.get(1),
        "",
        SignalBatch.tickOf(nowMs),
        nowMs,
        cells.size(),
        EdgeCellCodec.write(cells));
  }

  @Override
  protected long nextWakeMs(EdgeJoin join) {
    return join.nextWakeMs();
  }
}
