// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.telemetry;

import io.signalbox.simulator.world.Failure;

/**
 * How a piece of a request ended.
 *
 * @param endNs when, epoch nanoseconds
 * @param failure how
 */
record Outcome(long endNs, Failure failure) {}
