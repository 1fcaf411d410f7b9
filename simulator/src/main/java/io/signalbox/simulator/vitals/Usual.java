// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.vitals;

import io.signalbox.simulator.world.Dice;

/** What a vital sign reads on a good day. */
@FunctionalInterface
interface Usual {
  /** Throws the value; for counters and histograms what ten seconds add. */
  double at(Reading reading, Dice dice, long atNs);
}
