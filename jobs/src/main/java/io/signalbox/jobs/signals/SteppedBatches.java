// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Consumer;

/** Batches of which each step of reading makes none, one or several. */
public abstract class SteppedBatches implements Iterator<SignalBatch> {
  private final Queue<SignalBatch> ready = new ArrayDeque<>();
  private boolean ended;

  /**
   * Reads on.
   *
   * @param out takes what this step made, in order
   * @return false at the end; nothing is read after it
   */
  protected abstract boolean step(Consumer<SignalBatch> out);

  @Override
  public final boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      ended = !step(ready::add);
    }
    return !ready.isEmpty();
  }

  @Override
  public final SignalBatch next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
