// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Where an episode is in its life. */
public enum EpisodeStatus {
  /** First revision: it is not as usual. */
  OPEN,
  /** Still open and worse than the last revision said. */
  UPDATED,
  /** As usual again, long enough to say so. */
  CLOSED
}
