// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Where what is in the state of a series, in bytes from its start. A change of anything here or of
 * what it means needs a new {@link #VERSION}. All zeros is a series that was never heard from. A
 * row of version 1 ended before {@link #RECORDS}; with zeros behind it, it is read as well.
 */
final class Layout {
  /** Version of this layout, in the first byte of a series that was heard from. */
  static final int VERSION = 2;

  /** 1 once a value other than zero was seen. */
  static final int HAS_UNIT = 1;

  /** 16 bits: binary exponent of the unit in which the rest is told. */
  static final int EXPONENT = 2;

  static final int COUNT = 4;
  static final int LAST_AT = 8;

  /** Double, in the unit of the series: everything else is relative to it. */
  static final int ANCHOR = 16;

  static final int INTERVAL = 24;

  /** Of {@link AlarmBudget}. */
  static final int ALARM = 28;

  /** Of {@link Recall}. */
  static final int RECALL = ALARM + AlarmBudget.BYTES;

  /** Of {@link Stillness}. */
  static final int STILLNESS = RECALL + Recall.BYTES;

  /** Of {@link Levels}. */
  static final int LEVELS = STILLNESS + Stillness.BYTES;

  /** Of {@link Ratios}. */
  static final int RATIOS = LEVELS + Levels.BYTES;

  /** Of {@link Season}. */
  static final int SEASON = RATIOS + Ratios.BYTES;

  /** Of {@link Forecast}. */
  static final int FORECAST = SEASON + Season.BYTES;

  /** Of {@link Persistence}. */
  static final int PERSISTENCE = FORECAST + Forecast.BYTES;

  /** Of {@link TailSet}. */
  static final int TAILS = PERSISTENCE + Persistence.BYTES;

  /** Of {@link Records}; zeros in a row that version 1 wrote. */
  static final int RECORDS = TAILS + TailSet.BYTES;

  static final int END = RECORDS + Records.BYTES;

  private Layout() {}
}
