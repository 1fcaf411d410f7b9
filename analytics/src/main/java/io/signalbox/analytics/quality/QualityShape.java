// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.time.Instant;

/**
 * How the numbers of one stretch of time were spread against the first ones of their version, or
 * those of late.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service who asked the model
 * @param metric what is measured
 * @param segment part of the answers, such as {@code tenant=acme}; empty for all
 * @param model version that answered
 * @param startAt begin of the stretch, by the time when the numbers were known
 * @param endAt its end
 * @param reference name of the reference: a hash of its edges and counts
 * @param values how many numbers there were
 * @param distance how far they are from the reference: effect and evidence apart
 */
public record QualityShape(
    String environment,
    String service,
    String metric,
    String segment,
    String model,
    Instant startAt,
    Instant endAt,
    String reference,
    long values,
    HistogramDistance distance) {}
