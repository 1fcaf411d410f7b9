// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

/**
 * A stretch of event time.
 *
 * @param from first nanosecond of it, since the epoch
 * @param to first nanosecond after it
 */
public record Window(long from, long to) {
  /** True when that time lies within. */
  public boolean holds(long at) {
    return at >= from && at < to;
  }

  /** How long it is, nanoseconds. */
  public long length() {
    return to - from;
  }
}
