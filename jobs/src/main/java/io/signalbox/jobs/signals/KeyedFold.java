// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the state of a key; {@link EventTimeFold} says when.
 *
 * @param <I> what arrives
 * @param <O> what is found
 * @param <S> state of a key, decoded
 */
abstract class KeyedFold<I, O, S> extends AbstractStreamOperator<O> {
  private static final long serialVersionUID = 1;
  private static final long SMALL = 512;

  /** Name of the state that holds the block; part of the state schema. */
  protected abstract String stateName();

  /** State of a key, from its block, or fresh when the block is null. */
  protected abstract S decode(String key, byte @Nullable [] bytes);

  /** The bytes of a state. */
  protected abstract byte[] encode(S state);

  /** The same in parts to be put one after the other, which may belong to the state. */
  protected byte[][] parts(S state) {
    return new byte[][] {encode(state)};
  }

  /** True when nothing is worth remembering any more and the key is to be forgotten. */
  protected abstract boolean isOver(S state);

  /**
   * True when a state that goes on and one that was written and read again do the same to the last
   * bit; then it may stay decoded between folds.
   */
  protected boolean staysDecoded() {
    return false;
  }

  /** Bytes that a decoded state holds in memory. */
  protected long bytesOf(S state) {
    return SMALL;
  }

  /** Bytes that a waiting item holds in memory. */
  protected long bytesOfItem(I item) {
    return SMALL;
  }

  /**
   * False when the items of a tick make no difference whatever the state is; then the state is not
   * even looked at. Depends on event time and content alone.
   */
  protected boolean concerns(long tickMs, List<I> items) {
    return true;
  }

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
}
