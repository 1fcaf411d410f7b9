// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;

/**
 * What went over one dependency edge in one window of event time.
 *
 * @param environment deployment environment, empty when none is stated
 * @param caller node that called
 * @param callee node that was called
 * @param calleeSilent true when the callee sent no telemetry for any of these calls and is known
 *     from its callers alone
 * @param startAt first instant of the window
 * @param endAt first instant after the window
 * @param calls client spans that ended in the window
 * @param errors those of them that failed
 * @param answered those of them whose server span was seen
 * @param durationP50Us median client duration in microseconds, 0 without calls
 * @param durationP99Us 99th percentile of the client duration in microseconds
 * @param wireP50Us median of client minus server duration in microseconds, 0 when none was answered
 * @param wireP99Us 99th percentile of the same
 */
public record EdgeWindow(
    String environment,
    String caller,
    String callee,
    boolean calleeSilent,
    Instant startAt,
    Instant endAt,
    long calls,
    long errors,
    long answered,
    long durationP50Us,
    long durationP99Us,
    long wireP50Us,
    long wireP99Us) {}
