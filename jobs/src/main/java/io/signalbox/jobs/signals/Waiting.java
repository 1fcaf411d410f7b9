// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.state.internal.InternalListState;

/** Items of the current key that wait for the watermark to pass their tick. */
interface Waiting<I> {
  /** Keeps one more. */
  void add(String key, long tickMs, I item) throws Exception;

  /** Gives and forgets those of a tick, in any order. */
  List<I> take(String key, long tickMs) throws Exception;

  /** Brings everything into Flink's state; leaves any key current. */
  void flush() throws Exception;

  /** Every item goes into Flink's state at once. */
  record Direct<I>(InternalListState<String, Long, I> state) implements Waiting<I> {
    @Override
    public void add(String key, long tickMs, I item) throws Exception {
      state.setCurrentNamespace(tickMs);
      state.add(item);
    }

    @Override
    public List<I> take(String key, long tickMs) throws Exception {
      state.setCurrentNamespace(tickMs);
      List<I> items = new ArrayList<>();
      Iterable<I> stored = state.get();
      if (stored != null) {
        stored.forEach(items::add);
        state.clear();
      }
      return items;
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }
  }
}
