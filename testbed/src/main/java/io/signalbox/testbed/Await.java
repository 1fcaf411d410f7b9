// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed;

import java.io.IOException;
import java.time.Duration;

/** Waits for other processes by asking them. */
public final class Await {
  private static final long PAUSE_MS = 200;

  private Await() {}

  /** A question to another process; an exception means that it cannot answer yet. */
  @FunctionalInterface
  public interface Condition {
    /** True when it has come about. */
    boolean holds() throws IOException, InterruptedException;
  }

  /**
   * Asks until the answer is yes.
   *
   * @param what what is waited for, in words that finish "timed out after 60 s: "
   * @throws IllegalStateException when the time is over
   */
  public static void until(String what, Duration limit, Condition condition)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("timed out after " + limit.toSeconds() + " s: " + what);
      }
      Thread.sleep(PAUSE_MS);
    }
  }

  private static boolean holds(Condition condition) throws InterruptedException {
    try {
      return condition.holds();
    } catch (IOException notYet) {
      return false;
    }
  }
}
