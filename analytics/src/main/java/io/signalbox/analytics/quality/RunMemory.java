// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * What is remembered of a run of events since which a rate may have changed.
 *
 * @param after events of the run
 * @param sinceMs time of its first event, epoch milliseconds
 * @param cusum log-likelihood ratio of the change that is looked for
 * @param weighed events before the run by which the old rate was last reckoned
 */
public record RunMemory(Tally after, long sinceMs, double cusum, Tally weighed) {}
