// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.internal.InternalListState;
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
 * <p>State of a key is one block. On a backend that keeps objects it is changed in place; on one
 * that keeps bytes, blocks and waiting items stay in memory as far as a budget goes and are written
 * before each barrier (docs/decisions/0006-write-back.md). All timers live in one timer service, so
 * they fire in the order of event time: a fold at the last millisecond of its tick, a wake at a
 * full second. At the end of input what is held is folded, but nothing wakes: silence that nobody
 * waited for is no silence.
 *
 * @param <I> what arrives; its tick is that of the record's timestamp
 * @param <O> what is found; its timestamp is that of the timer that found it
 * @param <S> state of a key, decoded
 */
public abstract class EventTimeFold<I, O, S> extends KeyedFold<I, O, S>
    implements OneInputStreamOperator<I, O>, Triggerable<String, Long> {
  private static final long serialVersionUID = 1;
  private static final long WAKE = Long.MIN_VALUE;
  private static final long DEFAULT_CACHE = 256L << 20;

  private final TickOrder<I> order;
  private final TypeInformation<I> type;
  private final @Nullable OutputTag<I> late;
  private boolean onArrival;
  private long cacheBytes = DEFAULT_CACHE;

  private transient boolean restored;
  private transient FoldMemory<I, S> memory;
  private transient InternalTimerService<Long> timers;
  private transient TimestampedCollector<O> out;
  private transient Counter lateItems;

  /**
   * Makes a fold.
   *
   * @param order tick and total order of items
   * @param type how items are held in state
   * @param late side output for what comes after its tick was folded
   */
  protected EventTimeFold(TickOrder<I> order, TypeInformation<I> type, OutputTag<I> late) {
    this.order = order;
    this.type = type;
    this.late = late;
  }

  /**
   * Makes a fold for which nothing is too late: what comes after its tick was folded is folded with
   * those of the next second, because what was found before it must not be lost when a silent
   * source comes back behind the watermark.
   *
   * @param order tick and total order of items
   * @param type how items are held in state
   */
  protected EventTimeFold(TickOrder<I> order, TypeInformation<I> type) {
    this.order = order;
    this.type = type;
    this.late = null;
  }

  /** Event time that has been passed, epoch milliseconds; {@link Long#MIN_VALUE} at first. */
  protected long passedMs() {
    return timers.currentWatermark();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    restored = context.isRestored();
  }

  @Override
  public void open() throws Exception {
    super.open();
    timers = getInternalTimerService("fold", LongSerializer.INSTANCE, this);
    out = new TimestampedCollector<>(output);
    lateItems = getMetricGroup().counter("signalbox_late_batches");
    openState();
  }

  @SuppressWarnings("unchecked")
  private void openState() throws Exception {
    ListState<I> list =
        getOrCreateKeyedState(
            LongSerializer.INSTANCE, new ListStateDescriptor<>(stateName() + "-held", type));
    var held = new Waiting.Direct<>((InternalListState<String, Long, I>) list);
    var block =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>(stateName(), new BlockSerializer<S>()));
    memory =
        getKeyedStateBackend().getBackendTypeIdentifier().equals("hashmap")
            ? FoldMemory.ofObjects(held, block)
            : FoldMemory.keptBack(
                held, block, this::setCurrentKey, cacheBytes, this::bytesOfItem, latestRestored());
  }

  private long latestRestored() throws Exception {
    long[] latest = {Long.MIN_VALUE};
    if (restored) {
      timers.forEachEventTimeTimer((tick, atMs) -> latest[0] = Math.max(latest[0], tick));
    }
    return latest[0];
  }

  /** Folds each item when it arrives, for those who prefer latency to a result free of order. */
  public void foldOnArrival() {
    onArrival = true;
  }

  /**
   * Sets how many bytes of blocks and waiting items a task may keep back from a backend that keeps
   * bytes; 0 keeps nothing back.
   */
  public void cache(long bytes) {
    cacheBytes = bytes;
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    flush();
  }

  @Override
  public void finish() throws Exception {
    flush();
    super.finish();
  }

  /** After this Flink's state is all there is; the current key is as before. */
  private void flush() throws Exception {
    Object current = getCurrentKey();
    memory.flush();
    if (current != null) {
      setCurrentKey(current);
    }
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    I item = element.getValue();
    String key = (String) getCurrentKey();
    long tick = order.tickMs(item);
    long foldAt = tick + SignalClock.TICK_MS - 1;
    long passed = timers.currentWatermark();
    if (onArrival) {
      foldInto(key, tick, List.of(item), Math.max(foldAt, passed + 1));
    } else if (foldAt > passed) {
      hold(key, tick, item);
    } else {
      lateItems.inc();
      if (late != null) {
        output.collect(late, element);
      } else if (passed == Long.MAX_VALUE) { // after the end of input no second is the next
        foldInto(key, tick, List.of(item), foldAt);
      } else {
        hold(key, SignalBatch.tickOf(passed + 1), item);
      }
    }
  }

  private void hold(String key, long tick, I item) throws Exception {
    memory.waiting().add(key, tick, item);
    timers.registerEventTimeTimer(tick, tick + SignalClock.TICK_MS - 1);
  }

  @Override
  public void onEventTime(InternalTimer<String, Long> timer) throws Exception {
    boolean wake = timer.getNamespace() == WAKE;
    if (wake && timers.currentWatermark() == Long.MAX_VALUE) {
      return;
    }
    String key = timer.getKey();
    if (wake) {
      Block<S> block = load(key);
      S state = stateOf(key, block);
      advance(state, timer.getTimestamp(), outputAt(timer.getTimestamp()));
      store(key, block, state, timer.getTimestamp());
    } else {
      long tick = timer.getNamespace();
      foldInto(key, tick, memory.waiting().take(key, tick), timer.getTimestamp());
    }
  }

  private List<I> sorted(List<I> items) {
    if (items.size() > 1) {
      items.sort(order);
    }
    return items;
  }

  private Block<S> load(String key) throws Exception {
    Block<S> known = memory.blocks().load(key);
    return known == null ? new Block<>(Long.MAX_VALUE, null) : known;
  }

  private S stateOf(String key, Block<S> block) {
    return block.state(bytes -> decode(key, bytes), this::parts);
  }

  private void foldInto(String key, long tick, List<I> items, long atMs) throws Exception {
    if (!concerns(tick, items)) {
      return;
    }
    Block<S> block = load(key);
    S state = stateOf(key, block);
    FoldOutput<O> found = outputAt(atMs);
    advance(state, tick, found);
    fold(state, tick, sorted(items), found);
    store(key, block, state, atMs);
  }

  private FoldOutput<O> outputAt(long atMs) {
    out.setAbsoluteTimestamp(atMs);
    return new FoldOutput<>(out, output, atMs);
  }

  /** Keeps at most one wake timer registered a key; one that fires too early registers the next. */
  private void store(String key, Block<S> block, S state, long nowMs) throws Exception {
    if (isOver(state)) {
      memory.blocks().forget(key);
      return;
    }
    long wanted = SignalClock.nextFullSecond(nextWakeMs(state), nowMs);
    long registered = block.wakeMs > nowMs ? block.wakeMs : Long.MAX_VALUE;
    if (wanted < registered) {
      timers.registerEventTimeTimer(WAKE, wanted);
      registered = wanted;
    }
    block.wakeMs = registered;
    long bytes = bytesOf(state);
    if (!staysDecoded()) {
      block.putAway();
    }
    memory.blocks().store(key, block, bytes);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, Long> timer) {
    throw new IllegalStateException("a fold has no processing-time timers");
  }
}
