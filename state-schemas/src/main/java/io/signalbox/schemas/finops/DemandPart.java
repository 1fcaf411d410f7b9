// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.sovereignty.Demand;
import io.signalbox.analytics.finops.sovereignty.Workload;

/**
 * What is to be added to what a workload asked for on a day.
 *
 * @param hourMs first moment of the hour in which it was told, epoch milliseconds
 * @param workload which
 * @param day what is added; not to be changed
 */
public record DemandPart(long hourMs, Workload workload, Demand day) {
  private static final long HOUR = 3_600_000L;
  private static final long TICK = 1000L;

  /** The workload as a text, for a shuffle. */
  public String text() {
    return workload.text();
  }

  /** The last second of the hour, epoch milliseconds. */
  public long tickMs() {
    return hourMs + HOUR - TICK;
  }
}
