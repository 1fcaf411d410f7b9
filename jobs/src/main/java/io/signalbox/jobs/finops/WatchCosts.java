// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.anomalies.CostHistory;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.analytics.finops.anomalies.CostWatch;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.finops.CostHistoryCodec;
import io.signalbox.schemas.finops.SubjectCost;
import io.signalbox.schemas.finops.SubjectCostType;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Watches the cost of one subject hour by hour, so that what is unusual is told when it begins. */
final class WatchCosts extends EventTimeFold<SubjectCost, CostEpisode, CostHistory> {
  private static final long serialVersionUID = 1;
  private static final int BYTES_OF_SUBJECT = 8192;

  /** Identity of the operator in savepoints. */
  static final String UID = "watch-costs";

  /** Parts of hours that were judged; they stay judged. */
  private static final OutputTag<SubjectCost> LATE =
      new OutputTag<>("late-costs", new SubjectCostType());

  private transient CostWatch watch;

  WatchCosts() {
    super(new ByHour(), new SubjectCostType(), LATE);
  }

  @Override
  public void open() throws Exception {
    super.open();
    watch = new CostWatch();
  }

  @Override
  protected String stateName() {
    return "cost-history";
  }

  @Override
  protected CostHistory decode(String key, byte @Nullable [] bytes) {
    CostSubject subject = CostSubject.parse(key);
    return bytes == null ? new CostHistory(subject) : CostHistoryCodec.read(subject, bytes);
  }

  @Override
  protected byte[] encode(CostHistory history) {
    return CostHistoryCodec.write(history);
  }

  @Override
  protected boolean isOver(CostHistory history) {
    return history.isEmpty();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(CostHistory history) {
    return BYTES_OF_SUBJECT;
  }

  @Override
  protected void fold(
      CostHistory history, long tickMs, List<SubjectCost> parts, FoldOutput<CostEpisode> found) {
    TreeMap<String, Flow> used = new TreeMap<>();
    for (SubjectCost part : parts) {
      used.computeIfAbsent(part.model(), none -> new Flow()).add(part.flow());
    }
    watch.take(history, parts.get(0).hourMs(), used, told -> found.collect(CostEpisode.of(told)));
  }

  @Override
  protected void advance(CostHistory history, long nowMs, FoldOutput<CostEpisode> found) {
    watch.advance(history, nowMs, told -> found.collect(CostEpisode.of(told)));
  }

  @Override
  protected long nextWakeMs(CostHistory history) {
    return history.nextWakeMs();
  }

  /** All of an hour at its end, in any order, because sums are exact. */
  private static final class ByHour implements TickOrder<SubjectCost> {
    private static final long serialVersionUID = 1;
    private static final Comparator<SubjectCost> ORDER = Comparator.comparing(SubjectCost::model);

    @Override
    public long tickMs(SubjectCost part) {
      return part.tickMs();
    }

    @Override
    public int compare(SubjectCost left, SubjectCost right) {
      return ORDER.compare(left, right);
    }
  }
}
