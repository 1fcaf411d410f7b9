// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.World;

/** Makes a fault of one kind. */
@FunctionalInterface
interface Maker {
  /**
   * Makes it.
   *
   * @throws IllegalArgumentException when the target is not there or of another sort
   */
  Fault make(Window window, String target, World world);
}
