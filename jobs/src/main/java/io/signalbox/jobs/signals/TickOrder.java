// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.io.Serializable;
import java.util.Comparator;

/** Tick and total order of the items of a fold; serializable because operators are. */
public interface TickOrder<I> extends Comparator<I>, Serializable {
  /** First millisecond of the tick that holds the item. */
  long tickMs(I item);
}
