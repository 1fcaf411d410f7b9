// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.objectives;

import io.signalbox.analytics.objectives.BadUsers;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.objectives.RequestCount;
import io.signalbox.analytics.signals.ShardKey;
import io.signalbox.analytics.signals.SpanCell;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.LateBatches;
import io.signalbox.schemas.objectives.RequestCountCodec;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SpanCells;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of services that have objectives, because what a service has promised is
 * about all of its requests and the watch over its operations keeps only what it needs to judge
 * them. What comes late is told by that watch.
 */
public final class CountRequests
    extends EventTimeFold<SignalBatch, ObjectiveWindow, CountRequests.State> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "count-requests";

  private final Objectives objectives;

  /** What is counted, and of which service. */
  record State(ShardKey key, RequestCount count) {}

  /** Counts for these objectives. */
  public CountRequests(Objectives objectives) {
    super(new BatchOrder(), new SignalBatchType(), LateBatches.TAG);
    this.objectives = objectives;
  }

  /** True for requests of a service that has objectives. */
  public static boolean concerns(Objectives objectives, SignalBatch batch) {
    return batch.kind() == BatchKind.SPANS
        && objectives.concern(batch.environment(), batch.service());
  }

  @Override
  protected String stateName() {
    return "request-count";
  }

  @Override
  protected State decode(String key, byte @Nullable [] bytes) {
    RequestCount count = bytes == null ? new RequestCount() : RequestCountCodec.decode(bytes);
    return new State(SignalBatch.shardOf(key), count);
  }

  @Override
  protected byte[] encode(State state) {
    return RequestCountCodec.encode(state.count());
  }

  /** That it has answered somebody is remembered for good: a few bytes for each service named. */
  @Override
  protected boolean isOver(State state) {
    return false;
  }

  @Override
  protected void fold(
      State state, long tickMs, List<SignalBatch> batches, FoldOutput<ObjectiveWindow> found) {
    List<SpanCell> cells = new ArrayList<>();
    List<BadUsers> bad = new ArrayList<>();
    batches.forEach(batch -> cells.addAll(SpanCells.decode(batch.payload(), bad::add)));
    state.count().fold(tickMs, cells, bad);
  }

  @Override
  protected void advance(State state, long nowMs, FoldOutput<ObjectiveWindow> found) {
    ShardKey key = state.key();
    state.count().advance(nowMs, key.environment(), key.service(), objectives, found::collect);
  }

  @Override
  protected long nextWakeMs(State state) {
    return state.count().windowEndMs;
  }
}
