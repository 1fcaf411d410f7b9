// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Failure;

/**
 * Why a call does not come about.
 *
 * @param share probability that it does not, 0..1
 * @param failure how it ends
 * @param ms median of the time until the caller knows, milliseconds
 */
public record Snag(double share, Failure failure, double ms) {}
