// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/** The names of what can be wrong with input; they are part of the dead-letter contract. */
public final class DeadLetterReason {
  /** The record is not the encoding its topic promises. */
  public static final String MALFORMED = "malformed";

  /** No service name and nothing to derive one from. */
  public static final String NO_IDENTITY = "no_identity";

  /** A time that is zero, overflows, or lies outside 2000 to 2100 or ahead of its record. */
  public static final String IMPOSSIBLE_TIME = "impossible_time";

  /**
   * A value that cannot be: bucket counts that do not add up, a span that ends before it starts.
   */
  public static final String IMPOSSIBLE_VALUE = "impossible_value";

  /** Nested deeper or larger than the reader accepts. */
  public static final String TOO_LARGE = "too_large";

  /** Feedback that would hold from a time that has been judged already. */
  public static final String TOO_LATE = "too_late";

  private DeadLetterReason() {}
}
