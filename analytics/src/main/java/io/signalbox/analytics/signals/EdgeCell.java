// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * Calls from one caller that ended in one tick and went the same way. Cells of the same cut are
 * merged by adding, so their order never matters.
 *
 * @param environment deployment environment, empty when none is stated
 * @param caller node that called
 * @param callee node that answered, empty when no one did
 * @param peer what the caller calls the other side, empty when it does not say
 * @param operation name of the client span
 * @param tickMs first millisecond of the tick in which the calls ended
 * @param calls client spans
 * @param errors those that failed
 * @param durationBins ascending bins of {@link DurationSketch} of the client durations
 * @param durationCounts calls in each of those bins
 * @param wireBins the same for client minus server duration, of answered calls only
 * @param wireCounts calls in each of those bins
 */
public record EdgeCell(
    String environment,
    String caller,
    String callee,
    String peer,
    String operation,
    long tickMs,
    long calls,
    long errors,
    int[] durationBins,
    long[] durationCounts,
    int[] wireBins,
    long[] wireCounts) {}
