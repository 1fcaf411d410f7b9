// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A price over time: each holds from its time until the next. */
public final class Timeline implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[] from;
  private final @Nullable BigDecimal[] prices;

  private Timeline(SortedMap<Long, @Nullable BigDecimal> steps) {
    this.from = new long[steps.size()];
    this.prices = new @Nullable BigDecimal[steps.size()];
    int i = 0;
    for (Map.Entry<Long, @Nullable BigDecimal> step : steps.entrySet()) {
      from[i] = step.getKey();
      prices[i++] = step.getValue();
    }
  }

  /** A price that always held. */
  static Timeline always(BigDecimal price) {
    return new Steps().from(Long.MIN_VALUE, price).timeline();
  }

  /** The price at a time, or null if there was none. */
  public @Nullable BigDecimal at(long atMs) {
    int last = from.length - 1;
    if (last >= 0 && atMs >= from[last]) { // most are of late
      return prices[last];
    }
    int found = Arrays.binarySearch(from, atMs);
    int step = found >= 0 ? found : -found - 2;
    return step < 0 ? null : prices[step];
  }

  /** Tells the times from which its prices hold. */
  void steps(LongConsumer to) {
    for (long step : from) {
      to.accept(step);
    }
  }

  /** Whether the time is before the first that is known. */
  boolean before(long atMs) {
    return from.length == 0 || atMs < from[0];
  }

  /** A timeline that is being told. */
  static final class Steps implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<Long, @Nullable BigDecimal> steps = new TreeMap<>();

    /** From then on the price is this, or none; what was said of later times is forgotten. */
    Steps from(long atMs, @Nullable BigDecimal price) {
      steps.tailMap(atMs, true).clear();
      steps.put(atMs, price);
      return this;
    }

    Timeline timeline() {
      return new Timeline(steps);
    }
  }
}
