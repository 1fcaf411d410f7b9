// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

import java.util.Comparator;

/**
 * A data point of a metric of tokens.
 *
 * @param account text of what it has in common with those of the same usage
 * @param series hash of resource, metric and attributes
 * @param kind what it counts
 * @param cumulative whether it counts since its start rather than since the last point
 * @param startNs start of its interval, nanoseconds since 1970, 0 when unknown
 * @param endNs end of its interval, nanoseconds since 1970
 * @param sum tokens
 * @param count calls, {@link #UNKNOWN} for a counter
 * @param max most tokens of one call since the start, {@link #UNKNOWN} when that is not told
 */
public record TokenPoint(
    String account,
    long series,
    TokenKind kind,
    boolean cumulative,
    long startNs,
    long endNs,
    long sum,
    long count,
    long max) {
  /** What is not told. */
  public static final long UNKNOWN = -1;

  private static final long NS_PER_MS = 1_000_000;

  /** In event time; at one time counters before histograms, which may count the same. */
  public static final Comparator<TokenPoint> ORDER =
      Comparator.comparingLong(TokenPoint::endNs)
          .thenComparing(TokenPoint::kind)
          .thenComparingLong(TokenPoint::series)
          .thenComparingLong(TokenPoint::startNs)
          .thenComparingLong(TokenPoint::sum)
          .thenComparingLong(TokenPoint::count)
          .thenComparingLong(TokenPoint::max)
          .thenComparing(TokenPoint::cumulative);

  /** End of its interval, epoch milliseconds. */
  public long endMs() {
    return endNs / NS_PER_MS;
  }

  /** The same, that only says of how many calls. */
  TokenPoint ofCallsAlone() {
    TokenKind calls =
        kind == TokenKind.INPUT_OF_CALLS ? TokenKind.CALLS_READING : TokenKind.CALLS_WRITING;
    return new TokenPoint(account, series, calls, cumulative, startNs, endNs, sum, count, max);
  }

  /** The same of other quantities. */
  TokenPoint with(long tokens, long calls) {
    return new TokenPoint(account, series, kind, cumulative, startNs, endNs, tokens, calls, max);
  }

  /** Whether nothing was counted. */
  boolean isNothing() {
    return sum == 0 && count <= 0;
  }
}
