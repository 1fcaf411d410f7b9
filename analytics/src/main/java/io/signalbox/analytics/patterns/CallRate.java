// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import org.jspecify.annotations.Nullable;

/**
 * How many calls a window of an edge usually has, and whether there are twice as many now. Mutable;
 * the fields are what a codec stores. Windows without calls are not told and count for nothing.
 */
public final class CallRate {
  private static final double RAISED = 2;
  private static final double CALM = 1.5;
  private static final int ENOUGH_WINDOWS = 12;
  private static final int MEMORY_WINDOWS = 360;
  private static final int CALM_WINDOWS = 3;
  private static final int ACCEPT_WINDOWS = 360;
  private static final int TOLD_AGAIN_WINDOWS = 3;
  private static final long ENOUGH_CALLS = 20;

  /** Mean calls of a window, learned while they are not raised. */
  public double usual;

  /** Windows behind the mean. */
  public int windows;

  /** Windows since they were raised, 0 while they are not. */
  public int raised;

  /** Calm windows in a row while they are raised. */
  public int calm;

  /**
   * Takes in a window: {@code opened}, {@code updated} each third window while there still are
   * twice as many, {@code closed}, or null when there is no news.
   */
  @Nullable String add(long calls) {
    if (raised > 0) {
      return whileRaised(calls);
    }
    if (windows >= ENOUGH_WINDOWS && calls >= ENOUGH_CALLS && calls >= RAISED * usual) {
      raised = 1;
      calm = 0;
      return "opened";
    }
    windows = Math.min(windows + 1, MEMORY_WINDOWS);
    usual += (calls - usual) / windows;
    return null;
  }

  private @Nullable String whileRaised(long calls) {
    raised++;
    calm = calls < CALM * usual ? calm + 1 : 0;
    boolean accepted = raised > ACCEPT_WINDOWS;
    if (calm < CALM_WINDOWS && !accepted) {
      boolean again = (raised - 1) % TOLD_AGAIN_WINDOWS == 0 && calls >= RAISED * usual;
      return again ? "updated" : null;
    }
    raised = 0;
    if (accepted) { // what has lasted an hour is the new usual
      windows = 1;
      usual = calls;
    }
    return "closed";
  }
}
