// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Which view of a series found a value most unusual. */
public enum Expert {
  /** None: nothing is unusual, or there is no verdict yet. */
  NONE,
  /** The value is far from what the last values and the time of day foretold. */
  FORECAST,
  /** The value is far from what is usual at this time of the day. */
  SEASON,
  /** The value is far from the level of the last few hundred values. */
  LEVEL,
  /** The value is far from the level of the last few dozen values. */
  TREND,
  /** The step from the value before is larger than steps usually are. */
  JUMP,
  /** Small deviations to one side add up. */
  SHIFT,
  /** The level of the last few values has left what is usual at this time of the day. */
  PLATEAU,
  /** The level of the last hour has moved. */
  DRIFT,
  /** The value is an unusual multiple of the level. */
  RATIO,
  /** A series that moves has stood still for longer than ever. */
  STUCK,
  /** The value, or the level of late beside the one before, is further out than ever. */
  RECORD
}
