// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** Why one node's trouble may come from another's. */
enum LinkKind {
  /** Calls fail: an episode of the edge. */
  FAILING,
  /** Calls lose time on the way: an episode of the edge. */
  LOSING_TIME,
  /** Calls fail more than usual, as the windows of the edge show. */
  RAISED,
  /** Calls take longer than usual, as the windows of the edge show. */
  SLOWED,
  /** A leaf that suffers as another callee of its caller does is that caller's view of it. */
  VIEW,
  /** Both ends are in trouble, the callee no later than the caller. */
  TOGETHER,
  /** The one complains of the other by its name, and is not complained of itself. */
  NAMED,
  /** Everyone who used to call has gone silent. */
  STARVED,
  /** The calls rose first, and not because the caller was asked for more. */
  LOADED;

  /** True when calls over an edge suffer and one of its ends is to blame. */
  boolean isOfCalls() {
    return compareTo(VIEW) < 0;
  }

  /** True when time rather than answers are lost. */
  boolean isOfTime() {
    return this == LOSING_TIME || this == SLOWED;
  }
}
