// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How the edges of one caller are watched. All times are event time in milliseconds and whole
 * seconds.
 *
 * @param ttlMs how long a call waits for its answer before it is counted; that of the join
 * @param slackMs what counting and shuffling add to that; at least one tick
 * @param maxCallees edges watched apart; calls to further callees are counted together as {@code
 *     other}
 * @param maxPeers addresses, and as many operations, of which it is remembered who answers them
 * @param maxCuts kinds of calls told apart in the windows that are open; further ones are counted
 *     as calls to the address {@code other}
 */
public record EdgeWatchSettings(
    long ttlMs, long slackMs, int maxCallees, int maxPeers, int maxCuts) {
  /** The time to live of the join's default, two ticks, 256 callees, 1,024 peers, 4,096 cuts. */
  public static final EdgeWatchSettings DEFAULT =
      new EdgeWatchSettings(10_000, 2000, 256, 1024, 4096);

  /** Length of a window. */
  public static final long WINDOW_MS = 10_000;

  /**
   * Refuses what makes no sense.
   *
   * @throws IllegalArgumentException for a time that is no whole second or a number out of range
   */
  public EdgeWatchSettings {
    boolean wholeSeconds = ttlMs % 1000 == 0 && slackMs % 1000 == 0;
    if (!wholeSeconds || ttlMs <= 0 || slackMs < 1000) {
      throw new IllegalArgumentException("ttlMs " + ttlMs + ", slackMs " + slackMs);
    }
    if (maxCallees < 1 || maxPeers < 1 || maxCuts < 1) {
      throw new IllegalArgumentException("a bound below 1 in " + maxCallees + ", " + maxPeers);
    }
  }

  /**
   * When a window is judged, counted from its end: by then all its calls have been counted. A call
   * that ended in the window's last tick is counted {@code ttlMs} after that tick.
   */
  public long lagMs() {
    return ttlMs + slackMs;
  }
}
