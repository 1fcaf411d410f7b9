// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Series made by chance, so that the trees learn what no labelled set says: how clean series look,
 * and what is a fault beyond dispute. The same on every machine.
 *
 * @param series with the faults labelled, if any
 * @param unclear places about which nothing is to be learned
 */
record MadeSeries(LabelledSeries series, List<Segment> unclear) {
  /** The set these are from. */
  static final String SET = "made";

  private static final long SEED = 0x5157_0001L;
  private static final long BEGIN_MS = 1_600_041_600_000L;
  private static final long DAY_MS = 86_400_000;
  private static final long MINUTE_MS = 60_000;
  private static final List<Long> STEPS_MS = List.of(5_000L, 10_000L, 60_000L, 300_000L);
  private static final int OF_A_KIND = 5;

  /** Values of a series that say nothing: it is hardly known. */
  private static final int UNKNOWN = 60;

  private static final int DAYS = 14;

  /** Days after which what comes every day is no news any more. */
  private static final int DAYS_TO_LEARN = 3;

  /** Values after which a change may still be news, back to the usual as well. */
  private static final int ECHO = 12;

  /** Values before the first fault, and from one to the next. */
  private static final int APART = 400;

  /** Values by which a usual deviation is measured. */
  private static final int LOOK_BACK = 200;

  /** Deviations that a level must have for its loss to be a fault. */
  private static final double CLEAR = 6;

  private static final int LONGEST_GAP_MS = 43_200_000;

  /** Shapes in which a deviation says how unusual a value is. */
  private static final List<CleanShape> MEASURED =
      List.of(CleanShape.NOISE, CleanShape.SLUGGISH, CleanShape.DAYS, CleanShape.NIGHTLY_JOB);

  /** All of them: every shape at every step, clean, and the measured ones with faults. */
  static List<MadeSeries> all() {
    List<MadeSeries> all = new ArrayList<>();
    for (long stepMs : STEPS_MS) {
      for (CleanShape shape : CleanShape.values()) {
        for (int i = 0; i < OF_A_KIND && (!shape.isDaily() || stepMs >= MINUTE_MS); i++) {
          all.add(make(shape, stepMs, i, false));
          if (MEASURED.contains(shape)) {
            all.add(make(shape, stepMs, i, true));
          }
        }
      }
    }
    return all;
  }

  private static MadeSeries make(CleanShape shape, long stepMs, int number, boolean faulty) {
    String name = shape + "-" + stepMs + "-" + number + (faulty ? "-faulty" : "");
    Random chance = new Random(SEED + name.hashCode());
    int inADay = (int) (DAY_MS / stepMs);
    int size = shape.isDaily() ? DAYS * inADay : (faulty ? 5_000 : 1_000) + chance.nextInt(3_000);
    double[] values = shape.values(chance, size, inADay);
    int known = shape.isDaily() ? DAYS_TO_LEARN * inADay : UNKNOWN;
    List<Segment> segments = new ArrayList<>();
    List<Segment> unclear = new ArrayList<>(List.of(new Segment(0, known - 1)));
    if (faulty) {
      faults(values, known, chance, segments, unclear);
    } else if (number % 2 == 1) {
      outliers(values, chance, unclear);
    }
    long[] atMs = times(size, stepMs, number > 2, chance);
    return new MadeSeries(new LabelledSeries(SET, name, atMs, values, segments), unclear);
  }

  private static void faults(
      double[] values, int known, Random chance, List<Segment> segments, List<Segment> unclear) {
    InjectedFault[] kinds = InjectedFault.values();
    int at = Math.max(known, APART) + chance.nextInt(APART);
    while (at + 2 * APART < values.length) {
      InjectedFault fault = kinds[chance.nextInt(kinds.length)];
      double[] before = Arrays.copyOfRange(values, at - LOOK_BACK, at);
      double mean = Arrays.stream(before).average().orElseThrow();
      double deviation =
          StrictMath.sqrt(
              Arrays.stream(before).map(v -> (v - mean) * (v - mean)).sum() / LOOK_BACK);
      if (fault != InjectedFault.ZERO || mean > CLEAR * deviation) {
        if (chance.nextBoolean()) {
          outlier(values, at - 2 * ECHO, chance, unclear);
        }
        Segment found = fault.into(values, at, deviation, chance);
        segments.add(found);
        unclear.add(new Segment(at, found.first() - 1));
        unclear.add(new Segment(found.last() + 1, found.last() + ECHO));
      }
      at += APART + chance.nextInt(APART);
    }
  }

  /** A value that is far off for once may begin a fault; that calm follows it is as usual. */
  private static void outliers(double[] values, Random chance, List<Segment> unclear) {
    for (int at = APART + chance.nextInt(APART); at < values.length; at += APART) {
      outlier(values, at, chance, unclear);
      at += chance.nextInt(APART);
    }
  }

  private static void outlier(double[] values, int at, Random chance, List<Segment> unclear) {
    double factor = StrictMath.exp(CleanShape.between(chance, 0.7, 9));
    values[at] = factor * (Math.abs(values[at]) + 1);
    unclear.add(new Segment(at, at));
  }

  private static long[] times(int size, long stepMs, boolean gaps, Random chance) {
    long[] atMs = new long[size];
    long at = BEGIN_MS;
    for (int i = 0; i < size; i++) {
      boolean gap = gaps && i % APART == 0;
      at += stepMs + (gap ? chance.nextInt(LONGEST_GAP_MS) : 0);
      atMs[i] = at;
    }
    return atMs;
  }

  /** Whether a row says something. */
  boolean isClear(int row) {
    return unclear.stream().noneMatch(part -> row >= part.first() && row <= part.last());
  }
}
