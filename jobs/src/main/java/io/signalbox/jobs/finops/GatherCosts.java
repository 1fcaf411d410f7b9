// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.anomalies.CostHours;
import io.signalbox.schemas.finops.OpenCost;
import io.signalbox.schemas.finops.OpenCostSerializer;
import io.signalbox.schemas.finops.SubjectCost;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums what is told of an hour before it is shuffled, because a posting concerns up to nine
 * subjects and an hour has many. What is summed goes out before the watermark that ends its hour;
 * at the end of input the latest hour does not, since nothing says that it is whole. What is open
 * is state, as parts that any task may go on with.
 */
final class GatherCosts extends AbstractStreamOperator<SubjectCost>
    implements OneInputStreamOperator<Posting, SubjectCost> {
  private static final long serialVersionUID = 1;
  private static final int MOST_OPEN = 50_000;

  /** Identity of the operator in savepoints. */
  static final String UID = "gather-costs";

  private static final ListStateDescriptor<OpenCost> STATE =
      new ListStateDescriptor<>("open-costs", OpenCostSerializer.INSTANCE);

  private final int mostOpen;

  private transient ListState<OpenCost> stored;
  private transient CostHours hours;
  private transient Counter late;

  GatherCosts() {
    this(MOST_OPEN);
  }

  /** Puts out what is open as soon as it is that many sums, so that memory has a bound. */
  GatherCosts(int mostOpen) {
    this.mostOpen = mostOpen;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    hours = new CostHours();
    stored = context.getOperatorStateStore().getListState(STATE);
    for (OpenCost one : stored.get()) {
      hours.add(one.key(), one.flow());
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    late = getMetricGroup().counter("signalbox_costs_after_their_hour");
  }

  @Override
  public void processElement(StreamRecord<Posting> element) {
    if (!hours.add(element.getValue())) {
      late.inc();
    } else if (hours.open().size() >= mostOpen) {
      close(Long.MAX_VALUE);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() < Long.MAX_VALUE) {
      close(mark.getTimestamp());
    } else if (!hours.open().isEmpty()) {
      close(hours.latestMs() - 1);
    }
    super.processWatermark(mark);
  }

  private void close(long atMs) {
    hours.close(
        atMs,
        (subject, hourMs, model, flow) -> {
          SubjectCost sum = new SubjectCost(subject, hourMs, model, flow);
          output.collect(new StreamRecord<>(sum, sum.tickMs()));
        });
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    List<OpenCost> open = new ArrayList<>(); // written later, when sums have gone on
    hours.open().forEach((key, flow) -> open.add(new OpenCost(key, flow.copy())));
    stored.update(open);
  }
}
