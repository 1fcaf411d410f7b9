// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

/** Keeps what a workload asked for, day by day. */
public interface DayStore {
  /** What was asked for on the day that starts then, epoch milliseconds; not to be changed. */
  Demand of(long dayMs);

  /** Keeps a day in the place of what was known of it; one of nothing is forgotten. */
  void keep(Demand day);
}
