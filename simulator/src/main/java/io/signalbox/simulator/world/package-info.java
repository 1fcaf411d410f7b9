// SPDX-License-Identifier: Apache-2.0
/** The services, their pods, what they call, and the dice that decide. */
@NullMarked
package io.signalbox.simulator.world;

import org.jspecify.annotations.NullMarked;
