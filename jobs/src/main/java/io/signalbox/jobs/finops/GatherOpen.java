// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums what is told in a span of event time before it is shuffled, and puts it out before the
 * watermark that ends the span. What is open is state, as parts that any task may go on with.
 *
 * @param <I> what arrives
 * @param <O> sums that go out
 * @param <P> a part of what is open
 */
abstract class GatherOpen<I, O, P> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O> {
  private static final long serialVersionUID = 1;

  private final ListStateDescriptor<P> state;
  private final int most;

  private transient ListState<P> stored;
  private transient long passedMs;

  /**
   * Makes the operator.
   *
   * @param state name of the state; part of the state schema
   * @param parts how parts of it are written
   * @param most so many sums go out early, so that memory has a bound
   */
  GatherOpen(String state, TypeSerializer<P> parts, int most) {
    this.state = new ListStateDescriptor<>(state, parts);
    this.most = most;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    passedMs = Long.MIN_VALUE;
    stored = context.getOperatorStateStore().getListState(state);
    for (P part : stored.get()) {
      restore(part);
    }
  }

  /** Adds what was open before. */
  abstract void restore(P part);

  /** Adds an item; where others hurry, what counts at an earlier time is told at the least one. */
  abstract void add(I item, long leastMs);

  /** Tells copies of what is open: they are written later, when sums have gone on. */
  abstract void forEachOpen(Consumer<P> to);

  /** How many sums are open. */
  abstract int size();

  /** Puts out the spans whose last millisecond a time has reached, epoch milliseconds. */
  abstract void close(long atMs);

  /** Puts out a sum. */
  final void put(O sum, long atMs) {
    output.collect(new StreamRecord<>(sum, atMs));
  }

  @Override
  public void processElement(StreamRecord<I> element) {
    add(element.getValue(), passedMs + 1);
    if (size() >= most) {
      close(Long.MAX_VALUE);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passedMs = Math.min(mark.getTimestamp(), Long.MAX_VALUE - 1);
    close(mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    List<P> open = new ArrayList<>();
    forEachOpen(open::add);
    stored.update(open);
  }
}
