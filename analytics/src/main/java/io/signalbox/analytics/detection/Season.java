// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.coarse;
import static io.signalbox.analytics.detection.StateBytes.real;
import static io.signalbox.analytics.detection.StateBytes.whole;

/**
 * What is usual at an hour of the (UTC) day: over all days, and over weekends. An hour enters a
 * profile when it is over, with the mean of what was seen in it.
 */
final class Season {
  private static final int HOURS = 24;
  private static final int SEEN = 0;
  private static final int SUM = 8;
  private static final int VALUES = 12;
  private static final int LARGEST = 15;

  /** Hour being summed up, from 1 so that 0 is none, plus 32 on weekends. */
  private static final int HOUR = 14;

  private static final int DAY_SCALE = 16;
  private static final int TYPED_SCALE = 20;
  private static final int DAY_MISS = 24;
  private static final int TYPED_MISS = 28;
  private static final int LEVEL_MISS = 32;
  private static final int PROFILES = 36;
  private static final int PROFILE_BYTES = 2 * HOURS;

  /** A byte for each hour: quarters of the largest deviation in it, fading from day to day. */
  private static final int ROUGHNESS = PROFILES + 2 * PROFILE_BYTES;

  static final int BYTES = ROUGHNESS + HOURS;

  private static final int WEEKEND = 32;
  private static final int MOST_VALUES = 30_000;
  private static final long DAY_MS = 86_400_000;
  private static final long HOUR_MS = 3_600_000;

  /** Steps from which on a value stands for its whole hour. */
  private static final double COARSE_MS = 1_800_000;

  private static final double DAILY_GAIN = 0.3;
  private static final double WEEKEND_GAIN = 0.5;
  private static final double CLIP = 4;
  private static final double MISS_GAIN = 0.005;
  private static final double WORST_MISS = 5;
  private static final double QUARTERS = 4;
  private static final double MOST_QUARTERS = 255;
  private static final double FADING = 0.75;
  private static final double LEAST_SHARE = 0.02;

  private int base;

  /** The series of a batch are judged at one time: where it lies is worked out once. */
  private long locatedMs = Long.MIN_VALUE;

  private int hour;
  private boolean weekend;
  private double share;
  private int first;
  private int second;
  private double firstShare;
  private double dayScale;
  private double typedScale;
  private double dayError;
  private double typedError;

  private double lowest;
  private double highest;

  double byDay;
  double byType;
  double dayMiss;
  double typedMiss;
  double levelMiss;

  /** Finds the hours around the time and what is usual at them; closes the hour that is over. */
  void locate(byte[] block, int at, Moment m) {
    base = at + Layout.SEASON;
    if (m.atMs != locatedMs) {
      locate(m.atMs);
    }
    if (m.intervalMs >= COARSE_MS) {
      first = hour;
      second = hour;
      firstShare = 1;
    } else if (share < 0.5) {
      first = hour == 0 ? HOURS - 1 : hour - 1;
      second = hour;
      firstShare = 0.5 - share;
    } else {
      first = hour;
      second = hour == HOURS - 1 ? 0 : hour + 1;
      firstShare = 1.5 - share;
    }
    closeHour(block, m);
    lowest = Double.POSITIVE_INFINITY;
    highest = Double.NEGATIVE_INFINITY;
    m.hasProfile = seen(block, 0);
    m.profile = m.hasProfile ? at(block, 0) : m.slow;
    m.typed = weekend && seen(block, 1) ? at(block, 1) : m.profile;
  }

  private void locate(long atMs) {
    long ofDay = Math.floorMod(atMs, DAY_MS);
    hour = (int) (ofDay / HOUR_MS);
    int weekday = (int) Math.floorMod(Math.floorDiv(atMs, DAY_MS) + 4, 7L);
    weekend = weekday == 0 || weekday == 6;
    share = (ofDay - hour * HOUR_MS) / (double) HOUR_MS;
    locatedMs = atMs;
  }

  private boolean seen(byte[] block, int profile) {
    int both = (1 << first) | (1 << second);
    return (whole(block, base + SEEN + 4 * profile) & both) == both;
  }

  private double at(byte[] block, int profile) {
    int slots = base + PROFILES + profile * PROFILE_BYTES;
    double early = coarse(block, slots + 2 * first);
    double late = coarse(block, slots + 2 * second);
    lowest = Moment.min(lowest, Moment.min(early, late));
    highest = Moment.max(highest, Moment.max(early, late));
    return late + firstShare * (early - late);
  }

  /**
   * True when the value lies between what is usual in this hour and the next: what happens on the
   * hour every day may come a little sooner or later, and all at once.
   */
  boolean isBetween(Moment m) {
    double margin = Moment.max(dayScale, m.floor);
    return lowest - margin <= m.value && m.value <= highest + margin;
  }

  private void closeHour(byte[] block, Moment m) {
    int open = block[base + HOUR];
    int now = hour + 1 + (weekend ? WEEKEND : 0);
    if (open == now) {
      return;
    }
    block[base + HOUR] = (byte) now;
    int values = StateBytes.small(block, base + VALUES);
    if (open != 0 && values > 0) {
      double mean = real(block, base + SUM) / values;
      int slot = (open & (WEEKEND - 1)) - 1;
      int field = base + ROUGHNESS + slot;
      double faded = FADING * (block[field] & 0xff);
      block[field] = (byte) Moment.max(faded, block[base + LARGEST] & 0xff);
      block[base + LARGEST] = 0;
      enter(block, 0, slot, mean, DAILY_GAIN, m);
      if (open >= WEEKEND) {
        enter(block, 1, slot, mean, WEEKEND_GAIN, m);
      }
    }
    real(block, base + SUM, 0);
    StateBytes.small(block, base + VALUES, 0);
  }

  private void enter(byte[] block, int profile, int slot, double mean, double gain, Moment m) {
    int mask = base + SEEN + 4 * profile;
    int field = base + PROFILES + profile * PROFILE_BYTES + 2 * slot;
    int seen = whole(block, mask);
    if ((seen & (1 << slot)) == 0) {
      whole(block, mask, seen | (1 << slot));
      coarse(block, field, mean);
      return;
    }
    double before = coarse(block, field);
    coarse(block, field, before + gain * Moment.clip(mean - before, CLIP * m.unit));
  }

  /** Measures the value against the profiles. */
  void judge(byte[] block, Moment m) {
    dayScale = real(block, base + DAY_SCALE);
    typedScale = real(block, base + TYPED_SCALE);
    dayMiss = real(block, base + DAY_MISS);
    typedMiss = real(block, base + TYPED_MISS);
    levelMiss = real(block, base + LEVEL_MISS);
    dayError = m.value - m.profile;
    typedError = m.value - m.typed;
    byDay = Moment.ratio(dayError, Moment.max(dayScale, m.floor));
    byType = Moment.ratio(typedError, Moment.max(typedScale, m.floor));
  }

  /** The deviation from the profile where that foretells better than the level, else from that. */
  double bestError(Moment m) {
    return dayMiss < levelMiss ? dayError : m.value - m.slow;
  }

  /** The largest deviation of late in this hour of the day and the two beside it. */
  double roughness(byte[] block) {
    int slots = base + ROUGHNESS;
    int now = block[slots + hour] & 0xff;
    int before = block[slots + (hour == 0 ? HOURS - 1 : hour - 1)] & 0xff;
    int after = block[slots + (hour == HOURS - 1 ? 0 : hour + 1)] & 0xff;
    return Moment.max(now, Moment.max(before, after)) / QUARTERS;
  }

  /** Takes the value in. */
  void learn(byte[] block, Moment m, double deviation) {
    double quarters = Moment.min(MOST_QUARTERS, QUARTERS * Math.abs(deviation));
    if (quarters > (block[base + LARGEST] & 0xff)) {
      block[base + LARGEST] = (byte) quarters;
    }
    double least = LEAST_SHARE * m.unit;
    real(block, base + DAY_SCALE, m.scale(dayScale, dayError, least));
    real(block, base + TYPED_SCALE, m.scale(typedScale, typedError, least));
    if (m.hasProfile && m.unit > 0) {
      double worst = WORST_MISS * m.unit;
      miss(block, DAY_MISS, dayMiss, dayError, worst);
      miss(block, TYPED_MISS, typedMiss, typedError, worst);
      miss(block, LEVEL_MISS, levelMiss, m.value - m.slow, worst);
    }
    int values = StateBytes.small(block, base + VALUES);
    if (values < MOST_VALUES) {
      double limit = CLIP * Moment.max(dayScale, 0.1 * m.unit);
      boolean free = m.young() || m.unit == 0 || !m.hasProfile;
      double between = Moment.max(lowest - limit, Moment.min(highest + limit, m.value));
      double kept = free ? m.value : between;
      real(block, base + SUM, real(block, base + SUM) + kept);
      StateBytes.small(block, base + VALUES, values + 1);
    }
  }

  private void miss(byte[] block, int field, double before, double error, double worst) {
    double distance = Moment.min(Math.abs(error), worst);
    real(block, base + field, before + MISS_GAIN * (distance - before));
  }

  /** Tells everything relative to an anchor that lies higher by {@code shift}. */
  static void rebase(byte[] block, int at, double shift) {
    int base = at + Layout.SEASON;
    int values = StateBytes.small(block, base + VALUES);
    real(block, base + SUM, real(block, base + SUM) - values * shift);
    for (int profile = 0; profile < 2; profile++) {
      int seen = whole(block, base + SEEN + 4 * profile);
      for (int slot = 0; slot < HOURS; slot++) {
        int field = base + PROFILES + profile * PROFILE_BYTES + 2 * slot;
        if ((seen & (1 << slot)) != 0) {
          coarse(block, field, coarse(block, field) - shift);
        }
      }
    }
  }
}
