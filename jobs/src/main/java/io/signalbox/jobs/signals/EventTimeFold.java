// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.internal.InternalListState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.TimestampedCollector;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Holds what arrives until the watermark has passed its tick and then folds it in the order (event
 * time, content), so that in any admissible order of arrival, at any parallelism and over any
 * restart each key sees the same items in the same order.
 *
 * <p>State of a key is one block of bytes, read and written once a fold. All timers live in one
 * timer service, so they fire in the order of event time: a fold at the last millisecond of its
 * tick, a wake at a full second. At the end of input what is held is folded, but nothing wakes:
 * silence that nobody waited for is no silence.
 *
 * @param <I> what arrives; its tick is that of the record's timestamp
 * @param <O> what is found; its timestamp is that of the timer that found it
 * @param <S> state of a key, decoded
 */
public abstract class EventTimeFold<I, O, S> extends AbstractStreamOperator<O>
    implements OneInputStreamOperator<I, O>, Triggerable<String, Long> {
  private static final long serialVersionUID = 1;
  private static final long WAKE = Long.MIN_VALUE;

  private final TickOrder<I> order;
  private final TypeInformation<I> type;
  private final @Nullable OutputTag<I> late;
  private boolean onArrival;

  private transient InternalListState<String, Long, I> held;
  private transient ValueState<byte[]> block;
  private transient InternalTimerService<Long> timers;
  private transient TimestampedCollector<O> out;
  private transient Counter lateItems;

  /**
   * Makes a fold.
   *
   * @param order tick and total order of items
   * @param type how items are held in state
   * @param late side output for what comes after its tick was folded; null counts it only
   */
  protected EventTimeFold(
      TickOrder<I> order, TypeInformation<I> type, @Nullable OutputTag<I> late) {
    this.order = order;
    this.type = type;
    this.late = late;
  }

  /** Name of the state that holds the block; part of the state schema. */
  protected abstract String stateName();

  /** State of a key, from its block, or fresh when the block is null. */
  protected abstract S decode(String key, byte @Nullable [] bytes);

  /** The block of a state, or null when the key is to be forgotten. */
  protected abstract byte @Nullable [] encode(S state);

  /**
   * Folds the items of one tick.
   *
   * @param tickMs first millisecond of the tick
   * @param items in the order of the fold, never empty
   */
  protected abstract void fold(S state, long tickMs, List<I> items, FoldOutput<O> found);

  /** Does what is due by a time although nothing arrived. */
  protected abstract void advance(S state, long nowMs, FoldOutput<O> found);

  /** When {@link #advance} is wanted next, {@link Long#MAX_VALUE} when never. */
  protected abstract long nextWakeMs(S state);

  @Override
  @SuppressWarnings("unchecked")
  public void open() throws Exception {
    super.open();
    ListState<I> list =
        getOrCreateKeyedState(
            LongSerializer.INSTANCE, new ListStateDescriptor<>(stateName() + "-held", type));
    held = (InternalListState<String, Long, I>) list;
    block =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(stateName(), BytePrimitiveArraySerializer.INSTANCE));
    timers = getInternalTimerService("fold", LongSerializer.INSTANCE, this);
    out = new TimestampedCollector<>(output);
    lateItems = getMetricGroup().counter("signalbox_late_batches");
  }

  /**
   * What {@link #encode} gave for a key, from what a savepoint holds of it.
   *
   * @param stored value of the state named by {@link #stateName}
   */
  public static byte[] contentOf(byte[] stored) {
    return Arrays.copyOfRange(stored, Long.BYTES, stored.length);
  }

  /** Folds each item when it arrives, for those who prefer latency to a result free of order. */
  public void foldOnArrival() {
    onArrival = true;
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    long tick = order.tickMs(element.getValue());
    long foldAt = tick + SignalClock.TICK_MS - 1;
    if (onArrival) {
      String key = (String) getCurrentKey();
      long atMs = Math.max(foldAt, timers.currentWatermark() + 1);
      foldInto(load(key), tick, List.of(element.getValue()), atMs);
      return;
    }
    if (foldAt <= timers.currentWatermark()) {
      lateItems.inc();
      if (late != null) {
        output.collect(late, element);
      }
      return;
    }
    held.setCurrentNamespace(tick);
    held.add(element.getValue());
    timers.registerEventTimeTimer(tick, foldAt);
  }

  @Override
  public void onEventTime(InternalTimer<String, Long> timer) throws Exception {
    boolean wake = timer.getNamespace() == WAKE;
    if (wake && timers.currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    Block<S> stored = load(timer.getKey());
    if (wake) {
      advance(stored.state(), timer.getTimestamp(), outputAt(timer.getTimestamp()));
      store(stored, timer.getTimestamp());
    } else {
      long tick = timer.getNamespace();
      foldInto(stored, tick, takeHeld(tick), timer.getTimestamp());
    }
  }

  private Block<S> load(String key) throws Exception {
    return Block.read(block.value(), bytes -> decode(key, bytes));
  }

  private void foldInto(Block<S> stored, long tick, List<I> items, long atMs) throws Exception {
    FoldOutput<O> found = outputAt(atMs);
    advance(stored.state(), tick, found);
    fold(stored.state(), tick, items, found);
    store(stored, atMs);
  }

  private FoldOutput<O> outputAt(long atMs) {
    out.setAbsoluteTimestamp(atMs);
    return new FoldOutput<>(out, output, atMs);
  }

  private List<I> takeHeld(long tick) throws Exception {
    held.setCurrentNamespace(tick);
    List<I> items = new ArrayList<>();
    held.get().forEach(items::add);
    held.clear();
    if (items.size() > 1) {
      items.sort(order);
    }
    return items;
  }

  /** Keeps at most one wake timer registered a key; one that fires too early registers the next. */
  private void store(Block<S> stored, long nowMs) throws Exception {
    byte[] bytes = encode(stored.state());
    if (bytes == null) {
      block.clear();
      return;
    }
    long wanted = SignalClock.nextFullSecond(nextWakeMs(stored.state()), nowMs);
    long registered = stored.wakeMs() > nowMs ? stored.wakeMs() : Long.MAX_VALUE;
    if (wanted < registered) {
      timers.registerEventTimeTimer(WAKE, wanted);
      registered = wanted;
    }
    block.update(Block.write(registered, bytes));
  }

  @Override
  public void onProcessingTime(InternalTimer<String, Long> timer) {
    throw new IllegalStateException("a fold has no processing-time timers");
  }

  /** Tick and total order of items; serializable because operators are. */
  public interface TickOrder<I> extends Comparator<I>, java.io.Serializable {
    /** First millisecond of the tick that holds the item. */
    long tickMs(I item);
  }
}
