// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/** Since when something has been up. Mutable; its fields are what a codec stores. */
public final class Rise {
  /** Calm windows in a row that end it. */
  private static final int CALM_ENDS = 2;

  /** Start of the first window in which it was up, epoch milliseconds; 0 while it is not. */
  public long sinceMs;

  /** Calm windows in a row since. */
  public int calm;

  /** True from the first window that was up to the second calm one in a row. */
  public boolean isUp() {
    return sinceMs != 0;
  }

  void set(Rise other) {
    sinceMs = other.sinceMs;
    calm = other.calm;
  }

  /** Takes in the next window in time. */
  void step(long startMs, boolean up) {
    calm = up ? 0 : calm + 1;
    if (up && sinceMs == 0) {
      sinceMs = startMs;
    } else if (calm >= CALM_ENDS) {
      sinceMs = 0;
      calm = 0;
    }
  }
}
