// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import io.signalbox.jobs.options.PostgresOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes items to PostgreSQL when a completed checkpoint holds them, in their order by key. What a
 * job tells on the way may be something else after a failure, so that what is written at once would
 * stay in the database and nowhere else. Items wait in state, so an outage loses nothing; each is
 * written under its number, so that to write it twice does nothing.
 *
 * @param <T> what is written
 */
abstract class StoreCertain<T> extends PostgresDelivery<T> {
  private static final long serialVersionUID = 1;
  private static final String NEXT = "next-number";
  private static final int BATCH = 500;

  private final TypeInformation<T> type;
  private transient MapState<Long, T> unwritten;
  private transient ValueState<Long> next;
  private transient CertainItems items;

  /** All is written: a load that was on its way then was written once more. */
  private transient boolean over;

  StoreCertain(PostgresOptions options, TypeInformation<T> type) {
    super(options);
    this.type = type;
  }

  /**
   * Makes the records of an item.
   *
   * @param name of the item, which no other has
   */
  abstract void records(T item, String name, Consumer<byte[]> to);

  @Override
  long waiting() {
    return items.waiting();
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    unwritten =
        context
            .getKeyedStateStore()
            .getMapState(new MapStateDescriptor<>("unwritten", Types.LONG, type));
    next = context.getKeyedStateStore().getState(new ValueStateDescriptor<>(NEXT, Types.LONG));
    items = new CertainItems();
    if (context.isRestored()) {
      for (String key : restoredKeys(NEXT)) {
        setCurrentKey(key);
        long first = next.value();
        for (long number : unwritten.keys()) {
          first = Math.min(first, number);
        }
        items.restore(key, first, next.value());
      }
    }
  }

  @Override
  public void processElement(StreamRecord<T> element) throws Exception {
    long number = items.add((String) getCurrentKey());
    unwritten.put(number, element.getValue());
    next.update(number + 1);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    items.snapshot(context.getCheckpointId());
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) throws Exception {
    super.notifyCheckpointComplete(checkpoint);
    items.completed(checkpoint);
    if (isFinished()) {
      writeAll();
    } else {
      send();
    }
  }

  @Override
  void send() throws Exception {
    if (courier == null || table == null || !courier.isFree()) {
      return;
    }
    List<CertainItems.Stretch> batch = items.next(BATCH);
    if (!batch.isEmpty()) {
      courier.carry(table.write(records(batch)), () -> arrived(batch));
    }
  }

  private void arrived(List<CertainItems.Stretch> batch) throws Exception {
    if (!over) {
      written(batch);
      send();
    }
  }

  /** After the end of input nobody comes back for the rest. */
  private void writeAll() throws Exception {
    PostgresTable open = table;
    if (open == null) {
      return;
    }
    over = true;
    for (List<CertainItems.Stretch> batch = items.next(BATCH);
        !batch.isEmpty();
        batch = items.next(BATCH)) {
      try {
        open.write(records(batch)).get();
      } catch (ExecutionException failed) {
        throw new IOException(
            items.waiting() + " items did not reach PostgreSQL: " + failed.getCause(), failed);
      }
      written(batch);
    }
  }

  private List<byte[]> records(List<CertainItems.Stretch> batch) throws Exception {
    List<byte[]> records = new ArrayList<>();
    for (CertainItems.Stretch stretch : batch) {
      setCurrentKey(stretch.key());
      for (long number = stretch.from(); number < stretch.to(); number++) {
        records(unwritten.get(number), stretch.key() + "-" + number, records::add);
      }
    }
    return records;
  }

  private void written(List<CertainItems.Stretch> batch) throws Exception {
    for (CertainItems.Stretch stretch : batch) {
      setCurrentKey(stretch.key());
      for (long number = stretch.from(); number < stretch.to(); number++) {
        unwritten.remove(number);
      }
    }
    items.written(batch);
  }
}
