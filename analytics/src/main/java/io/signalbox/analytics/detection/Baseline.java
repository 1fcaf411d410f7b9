// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * What is usual for one series: a fast, a slow and a by-the-hour expectation, each with its own
 * robust deviation. A value is as abnormal as the kindest of them says. Mutable: it is a part of a
 * series' state, and its fields are what a codec stores. Everything scales with the unit of the
 * series; nothing looks ahead.
 */
public final class Baseline {
  /** Deviation of the first change ever of a series that is constantly zero. */
  static final double UNHEARD_OF = 10;

  /** Half width of the usual band in deviations. */
  static final double BAND = 4;

  private static final double FAST = 0.1;
  private static final double SLOW = 0.005;

  /** Deviations below this share of the level are no news. */
  private static final double LEVEL_SHARE = 0.01;

  /** Deviations below this share of the smallest step are no news. */
  private static final double STEP_SHARE = 0.3;

  /** Deviations that are too common to bother. */
  private static final double COMMON = 3;

  private static final long TWO_DAYS_MS = 2 * 86_400_000L;

  /** How much better than the slow one the hourly expectation must be to be used. */
  private static final double WORTH = 0.8;

  /**
   * Share of a value with which an episode enters the experience: alarms may repeat, not forever.
   */
  private static final float ALARM_WEIGHT = 1f / 32;

  /** Values learned since the start, or since a lasting change was accepted. */
  public long count;

  /** Event time of the first value ever and since the last restart, epoch milliseconds. */
  public long bornAtMs;

  public long warmFromMs;

  /** Usual time between values, milliseconds. */
  public double intervalMs;

  /** Event time of the last value judged, epoch milliseconds, and the value. */
  public long lastAtMs;

  public double last;

  /** Smallest difference between successive values other than none; 0 when all were equal. */
  public double quantum;

  /** Signed deviations of the last value and the one before. */
  public double previous;

  public double beforePrevious;

  public final Track fast = new Track();
  public final Track slow = new Track();

  /** Of the values minus the day profile. */
  public final Track hourly = new Track();

  public final DayProfile profile = new DayProfile();
  public final Tail tail = new Tail();

  /** Judges a value by what came before it; learns nothing from it but its deviation. */
  void judge(double value, long atMs, SeriesSettings settings, Verdict verdict) {
    double floor = floor();
    useBest(value, atMs, floor, verdict);
    verdict.sustained = sustained(verdict.deviation);
    boolean swings = Math.abs(previous) >= COMMON && previous * verdict.deviation < 0;
    beforePrevious = previous;
    previous = verdict.deviation;
    boolean warm = count >= settings.warmUpPoints() && atMs - warmFromMs >= settings.warmUpMs();
    double distance = Math.abs(verdict.deviation);
    verdict.pValue = !warm || swings || distance < COMMON ? 1 : tail.probability(distance);
  }

  private void useBest(double value, long atMs, double floor, Verdict verdict) {
    double byFast = fast.deviation(value, floor);
    boolean seasonal = isSeasonal(atMs);
    double base = seasonal ? profile.at(atMs) : 0;
    Track steady = seasonal ? hourly : slow;
    double bySteady = steady.deviation(value - base, floor);
    boolean useFast = Math.abs(byFast) < Math.abs(bySteady);
    verdict.deviation = useFast ? byFast : bySteady;
    verdict.expected = useFast ? fast.level : base + steady.level;
    verdict.scale = Math.max(useFast ? fast.scale : steady.scale, floor);
  }

  private boolean isSeasonal(long atMs) {
    return atMs - bornAtMs >= TWO_DAYS_MS && hourly.scale < WORTH * slow.scale;
  }

  private double floor() {
    return Math.max(LEVEL_SHARE * Math.abs(slow.level), STEP_SHARE * quantum);
  }

  private double sustained(double deviation) {
    boolean oneSide =
        deviation > 0 ? previous > 0 && beforePrevious > 0 : previous < 0 && beforePrevious < 0;
    return oneSide
        ? Math.min(Math.abs(deviation), Math.min(Math.abs(previous), Math.abs(beforePrevious)))
        : 0;
  }

  /**
   * Takes in a value.
   *
   * @param sustained its sustained deviation; 0 while something is suspected, for what becomes of
   *     it enters the experience by {@link #alarmed}
   */
  void learn(double value, long atMs, double sustained) {
    if (bornAtMs == 0) {
      bornAtMs = atMs;
    }
    if (count == 0) {
      warmFromMs = atMs;
    }
    double floor = floor();
    fast.learn(value, floor, count, FAST);
    slow.learn(value, floor, count, SLOW);
    learnDay(value, atMs, floor);
    if (count > 8) {
      tail.learn(sustained, 1);
    }
    count++;
  }

  private void learnDay(double value, long atMs, double floor) {
    hourly.learn(value - profile.at(atMs), floor, count, SLOW);
    profile.learn(value, atMs, 4 * Math.max(slow.scale, floor), intervalMs);
  }

  /**
   * Notes a value whether or not it is learned: the interval holds in any case.
   *
   * @param calm true when nothing is suspected, so that the step to the value tells the resolution
   */
  void note(double value, long atMs, boolean calm) {
    if (lastAtMs != 0) {
      double step = Math.abs(value - last);
      if (calm && step > 0 && (quantum == 0 || step < quantum)) {
        quantum = step;
      }
      double waited = atMs - lastAtMs;
      double pull = Math.max(-intervalMs, Math.min(intervalMs, waited - intervalMs));
      intervalMs = intervalMs == 0 ? waited : intervalMs + FAST * pull;
    }
    lastAtMs = atMs;
    last = value;
  }

  /** Remembers that an episode opened at such a deviation. */
  void alarmed(double sustained) {
    tail.learn(sustained, ALARM_WEIGHT);
  }

  /** Begins anew around what comes, with the experience kept: a lasting change was accepted. */
  void restart() {
    count = 0;
  }
}
