// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * One side of a call: the client's span or the server's.
 *
 * @param traceHi high half of the trace id
 * @param traceLo low half of the trace id
 * @param callId id of the client span: its own for the client's side, the parent's for the server's
 * @param client true for the caller's side
 * @param environment deployment environment, empty when none is stated
 * @param service the node that says so
 * @param operation span name
 * @param peer for the client's side, what it calls the other: {@code peer.service}, {@code
 *     server.address}, ... or empty
 * @param endMs end of the span, epoch milliseconds
 * @param durationUs microseconds
 * @param error true when the span failed
 */
public record SpanHalf(
    long traceHi,
    long traceLo,
    long callId,
    boolean client,
    String environment,
    String service,
    String operation,
    String peer,
    long endMs,
    long durationUs,
    boolean error) {}
