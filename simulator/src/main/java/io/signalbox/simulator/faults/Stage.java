// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Subject;

/** What a fault may do to the world besides bending its probabilities. */
public interface Stage {
  /** Does something at that time, epoch nanoseconds; never before the present. */
  void at(long ns, Runnable act);

  /**
   * Announces a change to everyone who listens.
   *
   * @param kind {@code deployed}, {@code upgraded}, {@code rolledback}, or what else was changed:
   *     {@code config}, {@code scaled}, {@code model}, {@code prompt}, {@code index}
   * @param service what changed
   * @param version what it is now
   * @param previous what it was
   * @param artifact path of what was rolled out, such as {@code shop/payment}
   * @param at epoch nanoseconds
   */
  void announce(
      String kind, String service, String version, String previous, String artifact, long at);

  /** Lets someone write a log record. */
  void write(Subject subject, Line line, long at);

  /** Lets a pod write its last log record, at severity FATAL. */
  void lastWords(Pod pod, String words, long at);
}
