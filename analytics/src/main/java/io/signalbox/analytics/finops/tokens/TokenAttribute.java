// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.tokens;

/** Attributes of a GenAI event that is a data point of a metric of tokens. */
public final class TokenAttribute {
  /** Kind of such an event. */
  public static final String EVENT = "tokens";

  /** {@code counter} for a monotonic sum, {@code histogram} of either form, or another. */
  public static final String KIND = "metric.kind";

  /** {@code delta}, {@code cumulative} or {@code unspecified}. */
  public static final String TEMPORALITY = "metric.temporality";

  /** Start of its interval, nanoseconds since 1970; absent when unknown. */
  public static final String START = "metric.start_unix_nano";

  /** End of its interval, nanoseconds since 1970. */
  public static final String END = "metric.time_unix_nano";

  /** Tokens, as they were told; absent when they were not. */
  public static final String SUM = "metric.sum";

  /** Calls that a histogram holds. */
  public static final String COUNT = "metric.count";

  /** Most tokens of one call, where a histogram tells it. */
  public static final String MAX = "metric.max";

  /** Hash of resource, metric and attributes, hex. */
  public static final String SERIES = "metric.series";

  /** Hash of the resource, hex, that tells instances of a service apart. */
  public static final String RESOURCE = "metric.resource";

  private TokenAttribute() {}
}
