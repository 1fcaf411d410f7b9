// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/** How many segments of one service are known to have changed; shared by the rules of all. */
public final class Discoveries {
  private int open;

  /** One more. */
  public void found() {
    open++;
  }

  /** One less: it is over. */
  public void lost() {
    open--;
  }

  /** How many there are now. */
  int open() {
    return open;
  }
}
