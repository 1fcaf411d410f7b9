// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.time.Instant;
import java.util.Map;

/**
 * How much of a service's telemetry could be used in one minute.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the service, empty for input that names none
 * @param startAt first instant of the minute
 * @param endAt first instant after it
 * @param points metric points taken in
 * @param spans spans taken in
 * @param logRecords log records taken in
 * @param late items that came after the watermark had passed their time
 * @param deadLetters refused items by reason
 */
public record TelemetryQuality(
    String environment,
    String service,
    Instant startAt,
    Instant endAt,
    long points,
    long spans,
    long logRecords,
    long late,
    Map<String, Long> deadLetters) {}
