// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/** What is watched of a segment. */
public enum WatchKind {
  /** How many answers there are. */
  COUNT,
  /** Whether they are good or bad. */
  RATE,
  /** A number that each has. */
  NUMBER
}
