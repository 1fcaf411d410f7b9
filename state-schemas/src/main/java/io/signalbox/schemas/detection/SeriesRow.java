// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Baseline;
import io.signalbox.analytics.detection.DayProfile;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SumReader;
import io.signalbox.analytics.detection.Tail;
import io.signalbox.analytics.detection.Track;

/**
 * The row of one series in version 1 of the block: every field at a fixed offset, doubles and longs
 * on multiples of eight. Read only: today's rows are in {@code SeriesTable}.
 */
final class SeriesRow {
  static final int ID = 0;
  static final int LABEL_FROM = 8;
  static final int LABEL_BYTES = 12;
  static final int KIND = 16;
  static final int COUNT = 20;
  static final int SUM_READER = 24;
  static final int TIMES = 56;
  static final int LAST = 80;
  static final int QUANTUM = 88;
  static final int TRACKS = 96;
  static final int ANCHOR = 144;
  static final int SEEN = 152;
  static final int FLOATS = 156;
  static final int SLOTS = 176;
  static final int BINS = SLOTS + 4 * DayProfile.SLOTS;
  static final int BYTES = BINS + 4 * Tail.BINS;

  private SeriesRow() {}

  /** Reads all but id, kind and label into a new series. */
  static void read(byte[] block, int row, Series series) {
    Baseline baseline = series.baseline;
    baseline.count = Bytes.getInt(block, row + COUNT);
    readReader(block, row + SUM_READER, series.reader);
    baseline.bornAtMs = Bytes.getLong(block, row + TIMES);
    baseline.warmFromMs = Bytes.getLong(block, row + TIMES + 8);
    baseline.lastAtMs = Bytes.getLong(block, row + TIMES + 16);
    baseline.last = Bytes.getDouble(block, row + LAST);
    baseline.quantum = Bytes.getDouble(block, row + QUANTUM);
    readTrack(block, row + TRACKS, baseline.fast);
    readTrack(block, row + TRACKS + 16, baseline.slow);
    readTrack(block, row + TRACKS + 32, baseline.hourly);
    baseline.profile.anchor = Bytes.getDouble(block, row + ANCHOR);
    baseline.profile.seen = Bytes.getInt(block, row + SEEN);
    baseline.intervalMs = Bytes.getFloat(block, row + FLOATS);
    baseline.previous = Bytes.getFloat(block, row + FLOATS + 4);
    baseline.beforePrevious = Bytes.getFloat(block, row + FLOATS + 8);
    baseline.slowMiss = Bytes.getFloat(block, row + FLOATS + 12);
    baseline.hourlyMiss = Bytes.getFloat(block, row + FLOATS + 16);
    readFloats(block, row + SLOTS, baseline.profile.slots);
    readFloats(block, row + BINS, baseline.tail.bins);
  }

  private static void readReader(byte[] block, int at, SumReader reader) {
    reader.atMs = Bytes.getLong(block, at);
    reader.startMs = Bytes.getLong(block, at + 8);
    reader.sum = Bytes.getDouble(block, at + 16);
    reader.weight = Bytes.getLong(block, at + 24);
  }

  private static void readTrack(byte[] block, int at, Track track) {
    track.level = Bytes.getDouble(block, at);
    track.scale = Bytes.getDouble(block, at + 8);
  }

  private static void readFloats(byte[] block, int at, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Bytes.getFloat(block, at + 4 * i);
    }
  }
}
