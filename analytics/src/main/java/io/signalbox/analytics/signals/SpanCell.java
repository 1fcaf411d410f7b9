// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * Outcomes of the spans of one operation and cohort that ended in one tick. Cells of the same cut
 * are merged by adding, so their order never matters.
 *
 * @param operation span name
 * @param kind OTLP span kind: 0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer
 * @param version service version by resource or span attribute, empty when none is stated
 * @param zone availability zone, empty when none is stated
 * @param calls spans
 * @param errors spans that failed
 * @param bins ascending bins of {@link DurationSketch} that are not empty
 * @param counts spans in each of those bins
 */
public record SpanCell(
    String operation,
    int kind,
    String version,
    String zone,
    long calls,
    long errors,
    int[] bins,
    long[] counts) {}
