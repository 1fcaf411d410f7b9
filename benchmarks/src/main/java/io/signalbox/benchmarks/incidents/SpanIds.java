// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

/**
 * Who a span is.
 *
 * @param traceHi high half of the trace id
 * @param traceLo low half of the trace id
 * @param span its id, not 0
 * @param parent id of its parent, 0 for none
 * @param peer what it calls, empty when it does not say
 */
record SpanIds(long traceHi, long traceLo, long span, long parent, String peer) {}
