// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.time.Instant;

/**
 * How good the answers of one stretch of time were, as far as is known; told again when more is.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service who asked the model
 * @param metric what is judged
 * @param segment part of the answers, such as {@code tenant=acme}; empty for all
 * @param model version that answered
 * @param startAt begin of the stretch, by the time of the answers
 * @param endAt its end
 * @param revision 1, 2, ...; a higher one replaces the lower
 * @param answers how many there were
 * @param rated how many are judged or labelled
 * @param labelled how many have a label
 * @param good how many of the rated are good, by the label where there is one
 * @param rate share of the good among the rated, 0..1
 * @param lower end of its 95 % interval, valid at every look
 * @param upper end of its 95 % interval, valid at every look
 * @param coverage share of answers that are rated, 0..1
 * @param estimate share of the good among the rated as labels would have it, by how often the judge
 *     was right of this version so far, 0..1
 * @param agreement how often judge and label agreed of this version so far
 */
public record QualityRate(
    String environment,
    String service,
    String metric,
    String segment,
    String model,
    Instant startAt,
    Instant endAt,
    int revision,
    long answers,
    long rated,
    long labelled,
    long good,
    double rate,
    double lower,
    double upper,
    double coverage,
    double estimate,
    Confusion agreement) {}
