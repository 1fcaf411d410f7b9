// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the row of a series keeps of its {@link Baseline}: every field at a fixed offset,
 * little-endian, doubles and longs on multiples of eight.
 */
public final class BaselineRegion {
  private static final int TIMES = 0;
  private static final int LAST = 24;
  private static final int QUANTUM = 32;
  private static final int TRACKS = 40;
  private static final int ANCHOR = 88;
  private static final int SEEN = 96;
  private static final int COUNT = 100;
  private static final int FLOATS = 104;
  private static final int SLOTS = 124;
  private static final int BINS = SLOTS + 4 * DayProfile.SLOTS;

  /** Bytes that a baseline takes, rounded up to a multiple of eight. */
  public static final int BYTES = (BINS + 4 * Tail.BINS + 7) / 8 * 8;

  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle REALS = view(float[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private BaselineRegion() {}

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Writes a baseline from a place on. */
  public static void write(byte[] block, int at, Baseline baseline) {
    LONGS.set(block, at + TIMES, baseline.bornAtMs);
    LONGS.set(block, at + TIMES + 8, baseline.warmFromMs);
    LONGS.set(block, at + TIMES + 16, baseline.lastAtMs);
    DOUBLES.set(block, at + LAST, baseline.last);
    DOUBLES.set(block, at + QUANTUM, baseline.quantum);
    writeTrack(block, at + TRACKS, baseline.fast);
    writeTrack(block, at + TRACKS + 16, baseline.slow);
    writeTrack(block, at + TRACKS + 32, baseline.hourly);
    DOUBLES.set(block, at + ANCHOR, baseline.profile.anchor);
    INTS.set(block, at + SEEN, baseline.profile.seen);
    INTS.set(block, at + COUNT, baseline.count);
    REALS.set(block, at + FLOATS, baseline.intervalMs);
    REALS.set(block, at + FLOATS + 4, baseline.previous);
    REALS.set(block, at + FLOATS + 8, baseline.beforePrevious);
    REALS.set(block, at + FLOATS + 12, baseline.slowMiss);
    REALS.set(block, at + FLOATS + 16, baseline.hourlyMiss);
    writeFloats(block, at + SLOTS, baseline.profile.slots);
    writeFloats(block, at + BINS, baseline.tail.bins);
  }

  /** Reads every field of what {@link #write} wrote. */
  public static void read(byte[] block, int at, Baseline baseline) {
    baseline.bornAtMs = (long) LONGS.get(block, at + TIMES);
    baseline.warmFromMs = (long) LONGS.get(block, at + TIMES + 8);
    baseline.lastAtMs = (long) LONGS.get(block, at + TIMES + 16);
    baseline.last = (double) DOUBLES.get(block, at + LAST);
    baseline.quantum = (double) DOUBLES.get(block, at + QUANTUM);
    readTrack(block, at + TRACKS, baseline.fast);
    readTrack(block, at + TRACKS + 16, baseline.slow);
    readTrack(block, at + TRACKS + 32, baseline.hourly);
    baseline.profile.anchor = (double) DOUBLES.get(block, at + ANCHOR);
    baseline.profile.seen = (int) INTS.get(block, at + SEEN);
    baseline.count = (int) INTS.get(block, at + COUNT);
    baseline.intervalMs = (float) REALS.get(block, at + FLOATS);
    baseline.previous = (float) REALS.get(block, at + FLOATS + 4);
    baseline.beforePrevious = (float) REALS.get(block, at + FLOATS + 8);
    baseline.slowMiss = (float) REALS.get(block, at + FLOATS + 12);
    baseline.hourlyMiss = (float) REALS.get(block, at + FLOATS + 16);
    readFloats(block, at + SLOTS, baseline.profile.slots);
    readFloats(block, at + BINS, baseline.tail.bins);
  }

  private static void writeTrack(byte[] block, int at, Track track) {
    DOUBLES.set(block, at, track.level);
    DOUBLES.set(block, at + 8, track.scale);
  }

  private static void readTrack(byte[] block, int at, Track track) {
    track.level = (double) DOUBLES.get(block, at);
    track.scale = (double) DOUBLES.get(block, at + 8);
  }

  private static void writeFloats(byte[] block, int at, float[] values) {
    for (int i = 0; i < values.length; i++) {
      REALS.set(block, at + 4 * i, values[i]);
    }
  }

  private static void readFloats(byte[] block, int at, float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) REALS.get(block, at + 4 * i);
    }
  }
}
