// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.analytics.quality.impact.DecisionJoin;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.quality.DecisionCodec;
import io.signalbox.schemas.quality.DecisionItemType;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Brings decisions and their outcomes together, because whoever sees what came of a decision knows
 * its id and neither agent nor action, and may see it days later.
 */
final class JoinDecisions extends EventTimeFold<DecisionItem, DecisionChange, DecisionJoin> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "join-decisions";

  private final long horizonMs;
  private transient @Nullable Counter orphans;
  private transient @Nullable Counter tooOld;

  /** Waits so long for outcomes. */
  JoinDecisions(long horizonMs) {
    super(new DecisionItemOrder(), new DecisionItemType());
    this.horizonMs = horizonMs;
  }

  @Override
  public void open() throws Exception {
    super.open();
    orphans = getMetricGroup().counter("signalbox_outcomes_without_decision");
    tooOld = getMetricGroup().counter("signalbox_decisions_too_old");
  }

  @Override
  protected String stateName() {
    return "decision";
  }

  @Override
  protected DecisionJoin decode(String key, byte @Nullable [] bytes) {
    return bytes == null ? new DecisionJoin() : DecisionCodec.read(bytes);
  }

  @Override
  protected byte[] encode(DecisionJoin join) {
    return DecisionCodec.write(join);
  }

  @Override
  protected boolean isOver(DecisionJoin join) {
    return join.isEmpty();
  }

  @Override
  protected void fold(
      DecisionJoin join, long tickMs, List<DecisionItem> items, FoldOutput<DecisionChange> found) {
    count(tooOld, join.fold(items, horizonMs, found::collect));
  }

  @Override
  protected void advance(DecisionJoin join, long nowMs, FoldOutput<DecisionChange> found) {
    count(orphans, join.advance(nowMs, horizonMs, found::collect));
  }

  private static void count(@Nullable Counter counter, int more) {
    if (counter != null) {
      counter.inc(more);
    }
  }

  @Override
  protected long nextWakeMs(DecisionJoin join) {
    return join.dueMs;
  }
}
