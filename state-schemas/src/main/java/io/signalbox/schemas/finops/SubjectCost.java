// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.anomalies.CostSubject;

/**
 * A part of what one subject used of one model in an hour; all parts sum to it.
 *
 * @param subject who
 * @param hourMs first moment of the hour, epoch milliseconds
 * @param model which, or the machine that was held
 * @param flow what was used and what it cost; not to be changed
 */
public record SubjectCost(CostSubject subject, long hourMs, String model, Flow flow) {
  private static final long HOUR = 3_600_000L;
  private static final long TICK = 1000L;

  /** The subject as a text, for a shuffle. */
  public String text() {
    return subject.text();
  }

  /** The last second of the hour: the one in which it can be judged, epoch milliseconds. */
  public long tickMs() {
    return hourMs + HOUR - TICK;
  }
}
