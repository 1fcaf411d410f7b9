// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.impact.AgentImpact;
import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.ImpactSettings;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.quality.AgentImpactCodec;
import io.signalbox.schemas.quality.DecisionChangeType;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.List;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/**
 * Measures what comes of the decisions of each agent, because an agent may be quick and sure of
 * itself, and cost more than it brings.
 */
final class MeasureImpact extends EventTimeFold<DecisionChange, DecisionImpact, AgentImpact> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "measure-impact";

  private final ImpactSettings settings;
  private transient @Nullable Counter uncounted;

  /** Measures by these settings. */
  MeasureImpact(ImpactSettings settings) {
    super(new DecisionChangeOrder(), new DecisionChangeType());
    this.settings = settings;
  }

  /** The agent, in its environment. */
  static String keyOf(DecisionChange change) {
    return SignalBatch.keyOf(change.decision().environment(), change.decision().agent(), "");
  }

  @Override
  public void open() throws Exception {
    super.open();
    uncounted = getMetricGroup().counter("signalbox_decisions_uncounted");
  }

  @Override
  protected String stateName() {
    return "agent-impact";
  }

  @Override
  protected AgentImpact decode(String key, byte @Nullable [] bytes) {
    var shard = SignalBatch.shardOf(key);
    return bytes == null
        ? new AgentImpact(shard.environment(), shard.service(), settings)
        : AgentImpactCodec.read(bytes, settings);
  }

  @Override
  protected byte[] encode(AgentImpact impact) {
    return AgentImpactCodec.write(impact);
  }

  @Override
  protected boolean isOver(AgentImpact impact) {
    return impact.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected void fold(
      AgentImpact impact,
      long tickMs,
      List<DecisionChange> changes,
      FoldOutput<DecisionImpact> found) {
    long before = impact.uncounted;
    changes.forEach(impact::fold);
    if (uncounted != null) {
      uncounted.inc(impact.uncounted - before);
    }
  }

  @Override
  protected void advance(AgentImpact impact, long nowMs, FoldOutput<DecisionImpact> found) {
    impact.advance(nowMs, found::collect);
  }

  @Override
  protected long nextWakeMs(AgentImpact impact) {
    return impact.nextWakeMs();
  }
}
