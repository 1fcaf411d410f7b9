// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How decisions are joined with what came of them.
 *
 * @param windowMs stretch of time of decisions that is told of, milliseconds
 * @param horizonMs how long after a decision outcomes count, milliseconds
 * @param everyMs how often what has changed is told, milliseconds
 * @param mostGroups groups of decisions of an agent in a window; of more, decisions are not counted
 * @param ranges between what values lie, by unit
 */
public record ImpactSettings(
    long windowMs, long horizonMs, long everyMs, int mostGroups, Map<String, ValueRange> ranges)
    implements Serializable {
  /**
   * Checks them.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  public ImpactSettings {
    if (everyMs < 1000 || everyMs % 1000 != 0 || windowMs < everyMs || windowMs % everyMs != 0) {
      throw new IllegalArgumentException(
          "impact is told each full seconds of which a window is a multiple, not each "
              + everyMs
              + " of "
              + windowMs
              + " ms");
    }
    if (horizonMs < 1000 || mostGroups < 1) {
      throw new IllegalArgumentException("horizon and groups of impact are to be positive");
    }
  }

  /** Between what values of a unit lie; null when nobody says. */
  @Nullable ValueRange range(String unit) {
    ValueRange own = ranges.get(unit);
    return own == null ? ranges.get(ValueRange.ANY) : own;
  }

  /** First millisecond of the window of a time. */
  long windowOf(long atMs) {
    return Math.floorDiv(atMs, windowMs) * windowMs;
  }

  /** The first time after a time at which is told what has changed. */
  long nextTelling(long nowMs) {
    return (Math.floorDiv(nowMs, everyMs) + 1) * everyMs;
  }

  /** The earliest window of which anything may still become known. */
  long oldestWindow(long nowMs) {
    return nowMs - windowMs - 2 * horizonMs - everyMs;
  }
}
