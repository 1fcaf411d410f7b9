// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink.Backend;

/**
 * How long it took to mend a price.
 *
 * @param backend where usages rest
 * @param charges that were corrected
 * @param tellings of prices that mended it
 * @param postings that did
 * @param rows of FOCUS that did, as JSON
 * @param asKnown what was known to be spent, before and after, in USD
 * @param correction what all corrections sum to, as an independent batch says, in USD
 * @param window from the telling of the first price until the last correction was out
 * @param checkpoints while usages came and prices were mended
 */
public record RepricingResult(
    Backend backend,
    long charges,
    int tellings,
    long postings,
    long rows,
    String asKnown,
    String correction,
    Window window,
    Checkpoints checkpoints) {}
