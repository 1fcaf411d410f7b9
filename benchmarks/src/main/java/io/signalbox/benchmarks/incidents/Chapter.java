// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.util.List;
import java.util.function.Supplier;

/**
 * A part of a data set that is read when its time has come, so that not all is in memory at once.
 *
 * @param fromMs nothing in it is earlier, epoch milliseconds
 * @param tellings reads it
 */
public record Chapter(long fromMs, Supplier<List<Telling>> tellings) {}
