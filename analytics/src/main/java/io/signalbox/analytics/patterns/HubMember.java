// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

/**
 * How one service stands to a hub. Mutable; the fields are what a codec stores. Times are epoch
 * milliseconds, 0 for never.
 */
public final class HubMember {
  /** When it last called the service of the hub. */
  public long callsMs;

  /** When the service of the hub last called it. */
  public long calledMs;

  /** When it was last seen at the place that the hub is. */
  public long hereMs;

  /** How often the service of the hub calls it. */
  public final CallRate rate = new CallRate();

  long lastMs() {
    return Math.max(Math.max(callsMs, calledMs), hereMs);
  }
}
