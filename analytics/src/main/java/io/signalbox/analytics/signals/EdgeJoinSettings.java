// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

/**
 * How long and how much a join of span halves waits.
 *
 * @param ttlMs event time for which a half waits for its other half, from the end of its tick;
 *     greater than 0
 * @param maxPending calls that may wait in one trace bucket, at least 1; beyond it the oldest go
 */
public record EdgeJoinSettings(long ttlMs, int maxPending) {
  /** Ten seconds and 65,536 calls. */
  public static final EdgeJoinSettings DEFAULT = new EdgeJoinSettings(10_000, 65_536);

  /**
   * Refuses what makes no sense.
   *
   * @throws IllegalArgumentException for a time or number out of range
   */
  public EdgeJoinSettings {
    if (ttlMs <= 0 || maxPending < 1) {
      throw new IllegalArgumentException("ttlMs " + ttlMs + ", maxPending " + maxPending);
    }
  }
}
