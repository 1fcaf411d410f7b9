// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.LiveAdvice;
import io.signalbox.analytics.finops.sovereignty.Policy;
import io.signalbox.analytics.finops.sovereignty.Workload;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.DemandPart;
import io.signalbox.schemas.finops.DemandPartType;
import io.signalbox.schemas.finops.LiveAdviceCodec;
import io.signalbox.schemas.finops.WorkloadAdvice;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/** Advises at the end of each day whether to buy or to host what a workload asks for. */
final class AdviseWorkloads extends EventTimeFold<DemandPart, WorkloadAdvice, LiveAdvice> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;

  /** Identity of the operator in savepoints. */
  static final String UID = "advise-workloads";

  private final Policy policy;
  private final long retentionMs;

  private transient DaysInState days;

  /**
   * Makes the operator.
   *
   * @param policy to advise by
   * @param retentionMs how long after a use its cost can change
   */
  AdviseWorkloads(Policy policy, long retentionMs) {
    super(new ByHour(), new DemandPartType());
    this.policy = policy;
    this.retentionMs = retentionMs;
  }

  /** Wires the advising: a day is judged at its end, even where others hurry. */
  static DataStream<WorkloadAdvice> of(
      DataStream<Posting> postings, Policy policy, JobOptions options) {
    AdviseWorkloads advise = new AdviseWorkloads(policy, options.finops().retention().toMillis());
    advise.cache(options.state().cache().getBytes());
    return postings
        .transform("GatherDemand", new DemandPartType(), new GatherDemand())
        .uid(GatherDemand.UID)
        .name("Gather demand")
        .keyBy(DemandPart::text, Types.STRING)
        .transform("AdviseWorkloads", TypeInformation.of(WorkloadAdvice.class), advise)
        .uid(UID)
        .name("Advise workloads");
  }

  @Override
  public void open() throws Exception {
    super.open();
    days = new DaysInState(getRuntimeContext());
  }

  @Override
  protected String stateName() {
    return "workload";
  }

  @Override
  protected LiveAdvice decode(String key, byte @Nullable [] bytes) {
    LiveAdvice.Memory memory =
        bytes == null ? LiveAdvice.Memory.none() : LiveAdviceCodec.read(bytes);
    return new LiveAdvice(Workload.parse(key), policy, days, retentionMs, memory);
  }

  @Override
  protected byte[] encode(LiveAdvice advice) {
    return LiveAdviceCodec.write(advice.memory());
  }

  @Override
  protected boolean isOver(LiveAdvice advice) {
    return advice.isOver();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected void fold(
      LiveAdvice live, long tickMs, List<DemandPart> parts, FoldOutput<WorkloadAdvice> found) {
    List<Demand> told = parts.stream().map(DemandPart::day).toList();
    live.take(
        tickMs,
        told,
        (advice, revision) ->
            found.collect(WorkloadAdvice.of(advice, revision, tickMs + TICK_MS - 1)));
  }

  @Override
  protected void advance(LiveAdvice live, long nowMs, FoldOutput<WorkloadAdvice> found) {
    live.advance(
        nowMs,
        (advice, revision) -> found.collect(WorkloadAdvice.of(advice, revision, advice.toMs())));
  }

  @Override
  protected long nextWakeMs(LiveAdvice advice) {
    return advice.nextWakeMs();
  }

  /** All of an hour at its end, in any order, because sums are exact. */
  private static final class ByHour implements TickOrder<DemandPart> {
    private static final long serialVersionUID = 1;

    @Override
    public long tickMs(DemandPart part) {
      return part.tickMs();
    }

    @Override
    public int compare(DemandPart left, DemandPart right) {
      return Long.compare(left.day().fromMs(), right.day().fromMs());
    }
  }
}
