// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import io.signalbox.analytics.signals.DurationSketch;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a service, or the calls of one service to another, have promised.
 *
 * @param id names it for good: who counts something else takes another id
 * @param environment where it holds, or null for everywhere
 * @param service whose requests count; for an edge the callee
 * @param caller whose calls to the service count, or null for all requests it is asked
 * @param indicator what makes a request good
 * @param thresholdUs for latency: a request that takes longer is bad, microseconds, to the bin of
 *     {@link DurationSketch} that holds it; else 0
 * @param target share of requests that are to be good, above 0 and below 1
 * @param window over which the target holds
 * @param worth what is lost while it is missed, or null when nobody has said
 * @param usersPerRequest how many users stand behind a request, or null when nobody has said
 */
public record Objective(
    String id,
    @Nullable String environment,
    String service,
    @Nullable String caller,
    Indicator indicator,
    long thresholdUs,
    BigDecimal target,
    Duration window,
    @Nullable Worth worth,
    @Nullable BigDecimal usersPerRequest)
    implements Serializable {

  /** True where it holds. */
  public boolean holdsIn(String where) {
    return environment == null || environment.equals(where);
  }

  /** Share of requests that may be bad, above 0 and below 1. */
  public BigDecimal allowed() {
    return BigDecimal.ONE.subtract(target);
  }

  /** True when more requests were bad than may be. */
  public boolean isMissed(long requests, long bad) {
    return BigDecimal.valueOf(bad).compareTo(allowed().multiply(BigDecimal.valueOf(requests))) > 0;
  }

  /**
   * True for a request that was bad.
   *
   * @param failed whether it failed
   * @param bin of {@link DurationSketch} that holds how long it took
   */
  public boolean isBad(boolean failed, int bin) {
    return indicator == Indicator.AVAILABILITY ? failed : bin > DurationSketch.binOf(thresholdUs);
  }

  /**
   * How many of some requests were bad.
   *
   * @param errors those that failed
   * @param bins ascending bins of their durations
   * @param counts requests in each of those bins
   */
  long bad(long errors, int[] bins, long[] counts) {
    if (indicator == Indicator.AVAILABILITY) {
      return errors;
    }
    long slow = 0;
    for (int i = 0; i < bins.length; i++) {
      slow += isBad(false, bins[i]) ? counts[i] : 0;
    }
    return slow;
  }
}
