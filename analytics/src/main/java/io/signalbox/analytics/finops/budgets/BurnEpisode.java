// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

/**
 * A time in which a budget burnt too fast, but for pauses no longer than the short window.
 *
 * @param rule by which
 * @param fromMs second of the first use at which it did, epoch milliseconds
 * @param toMs second of the last use at which it did, epoch milliseconds
 */
public record BurnEpisode(BurnRule rule, long fromMs, long toMs) {
  /** Whether it still does at a time after it began, epoch milliseconds. */
  boolean lasts(long nowMs) {
    return nowMs - toMs <= rule.shortMs();
  }
}
