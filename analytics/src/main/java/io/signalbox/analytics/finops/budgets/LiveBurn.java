// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Follows one burn rule of a budget: {@link BurnWatch} as time goes on. What burnt is not decided
 * anew when a use comes late; it counts from then on in the windows that reach back to it.
 */
final class LiveBurn {
  private static final long SECOND = 1000;

  private final BurnRule rule;
  private final SpendMinutes minutes;
  private final Trail wide;
  private final Trail near;
  private @Nullable BurnEpisode open;

  /** Goes on from a second, epoch milliseconds, with what is not over then. */
  LiveBurn(BurnRule rule, SpendMinutes minutes, long atMs, Iterable<BurnEpisode> known) {
    this.rule = rule;
    this.minutes = minutes;
    this.wide = new Trail(rule.longMs(), atMs);
    this.near = new Trail(rule.shortMs(), atMs);
    known.forEach(one -> open = one.rule().equals(rule) ? one : open);
  }

  /** What is not over. */
  @Nullable BurnEpisode open() {
    return open;
  }

  /** Moves the windows on, before what comes in a second is added. */
  void advance(long secondMs) {
    wide.advance(secondMs);
    near.advance(secondMs);
  }

  /** Adds what a use has changed, in that second or before. */
  void add(SpendKey key, BigDecimal change) {
    wide.add(key.secondMs(), change);
    near.add(key.secondMs(), change);
  }

  /**
   * Looks at the windows that end with a second.
   *
   * @return whether an episode began
   */
  boolean look(Budget budget, long secondMs) {
    long lengthMs = budget.window().end(secondMs) - budget.window().start(secondMs);
    BigDecimal amount = budget.amount();
    if (!rule.burns(near.sum, near.lengthMs, amount, lengthMs)
        || !rule.burns(wide.sum, wide.lengthMs, amount, lengthMs)) {
      return false;
    }
    BurnEpisode lasting = open;
    open = new BurnEpisode(rule, lasting == null ? secondMs : lasting.fromMs(), secondMs);
    return lasting == null;
  }

  /** The second from which on the episode is over; {@link Long#MAX_VALUE} where there is none. */
  long overMs() {
    BurnEpisode lasting = open;
    return lasting == null ? Long.MAX_VALUE : after(lasting.toMs() + rule.shortMs());
  }

  /** Ends the episode, and gives it. */
  @Nullable BurnEpisode end() {
    BurnEpisode ended = open;
    open = null;
    return ended;
  }

  /** The first full second after a time. */
  private static long after(long ms) {
    return Math.floorDiv(ms, SECOND) * SECOND + SECOND;
  }

  /** The sum of the seconds of a window that moves on. */
  private final class Trail {
    private final long lengthMs;
    private long atMs;
    private BigDecimal sum;

    Trail(long lengthMs, long atMs) {
      this.lengthMs = lengthMs;
      this.atMs = atMs;
      this.sum = atMs == Long.MIN_VALUE ? BigDecimal.ZERO : minutes.sumFrom(from(atMs));
    }

    private long from(long secondMs) {
      return after(secondMs - lengthMs);
    }

    void advance(long secondMs) {
      if (atMs != Long.MIN_VALUE && secondMs > atMs) {
        sum = sum.subtract(minutes.sum(from(atMs), from(secondMs)));
      }
      atMs = Math.max(atMs, secondMs);
    }

    void add(long secondMs, BigDecimal change) {
      if (secondMs >= from(atMs)) {
        sum = sum.add(change);
      }
    }
  }
}
