// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

/** What of a request an objective is about. */
public enum Indicator {
  /** It did not fail. */
  AVAILABILITY,
  /** It took no longer than a time, whether or not it failed. */
  LATENCY
}
