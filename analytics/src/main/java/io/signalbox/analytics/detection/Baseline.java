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

  /** Values before which deviations are not experience. */
  private static final int SETTLED = 8;

  /** Values beyond which there is no need to count. */
  private static final int MANY = 1 << 30;

  /** Values learned since the start, or since a lasting change was accepted. */
  public int count;

  /** Event time of the first value ever, epoch milliseconds. */
  public long bornAtMs;

  /** Event time from which the count runs, epoch milliseconds. */
  public long warmFromMs;

  /** Event time of the last value judged, epoch milliseconds; 0 before the first. */
  public long lastAtMs;

  /** The last value judged, in the unit of the series. */
  public double last;

  /** Usual time between values, milliseconds. */
  public float intervalMs;

  /** Smallest difference between successive values other than none; 0 when all were equal. */
  public double quantum;

  /** Signed deviation of the last value. */
  public float previous;

  /** Signed deviation of the value before the last. */
  public float beforePrevious;

  /** Mean distance from the slow expectation over about two days, episodes included. */
  public float slowMiss;

  /** The same for the hourly expectation. */
  public float hourlyMiss;

  /** Level of the last minutes. */
  public final Track fast = new Track();

  /** Level of the last hours. */
  public final Track slow = new Track();

  /** Level of the values minus the day profile. */
  public final Track hourly = new Track();

  /** What each hour of the day is like. */
  public final DayProfile profile = new DayProfile();

  /** How far off the series is how often. */
  public final Tail tail = new Tail();

  /** Judges a value, later than the last, by what came before it; learns nothing from it. */
  void judge(double value, long atMs, SeriesSettings settings, Verdict verdict) {
    verdict.time.moveTo(atMs);
    expect(value, atMs, verdict);
    verdict.sustained = sustained(verdict.deviation);
    boolean warm = count >= settings.warmUpPoints() && atMs - warmFromMs >= settings.warmUpMs();
    boolean swings = Math.abs(previous) >= COMMON && previous * verdict.deviation < 0;
    double distance = Math.abs(verdict.deviation);
    verdict.pValue = !warm || swings || distance < COMMON ? 1 : tail.probability(distance);
  }

  /**
   * What would be usual at a time, seen from the last value: the expectation that is kindest to it.
   *
   * @param atMs event time, epoch milliseconds
   */
  public UsualRange usualAt(long atMs) {
    Verdict verdict = new Verdict();
    verdict.time.moveTo(atMs);
    expect(last, atMs, verdict);
    double half = BAND * verdict.scale;
    return new UsualRange(verdict.expected, verdict.expected - half, verdict.expected + half);
  }

  private void expect(double value, long atMs, Verdict verdict) {
    double floor = floor();
    verdict.byHour = profile.nearest(value - hourly.level, verdict.time);
    boolean seasonal = atMs - bornAtMs >= TWO_DAYS_MS && hourlyMiss < WORTH * slowMiss;
    Track steady = seasonal ? hourly : slow;
    double base = seasonal ? verdict.byHour : 0;
    double byFast = fast.deviation(value, floor);
    double bySteady = steady.deviation(value - base, floor);
    boolean useFast = Math.abs(byFast) < Math.abs(bySteady);
    verdict.deviation = useFast ? byFast : bySteady;
    verdict.expected = useFast ? fast.level : base + steady.level;
    verdict.scale = Math.max(useFast ? fast.scale : steady.scale, floor);
  }

  private double floor() {
    return Math.max(LEVEL_SHARE * Math.abs(slow.level), STEP_SHARE * quantum);
  }

  private double sustained(double deviation) {
    boolean oneSide = deviation * previous > 0 && deviation * beforePrevious > 0;
    double least = Math.min(Math.abs(previous), Math.abs(beforePrevious));
    return oneSide ? Math.min(Math.abs(deviation), least) : 0;
  }

  /**
   * Takes in a value that was just judged.
   *
   * @param calm true when nothing is suspected
   * @param open true while an episode is open: then the expectations stay as they are
   */
  void take(double value, long atMs, Verdict verdict, boolean calm, boolean open) {
    if (!open) {
      learn(value, atMs, verdict, calm);
    }
    learnDay(value, verdict);
    learnPace(value, atMs, calm);
    beforePrevious = previous;
    previous = (float) verdict.deviation;
    lastAtMs = atMs;
    last = value;
  }

  /**
   * What comes at its hour every day must get into the profile even if it opens an episode every
   * day. A wrong profile does no harm: it is used only while it is better than the slow level.
   */
  private void learnDay(double value, Verdict verdict) {
    if (profile.isWhole()) {
      double gain = Math.min(1, (double) intervalMs / TWO_DAYS_MS);
      double bySlow = Math.abs(value - slow.level);
      double byHour = Math.abs(value - verdict.byHour - hourly.level);
      slowMiss += (float) (gain * (bySlow - slowMiss));
      hourlyMiss += (float) (gain * (byHour - hourlyMiss));
    }
    profile.learn(value, verdict.time, intervalMs);
  }

  private void learn(double value, long atMs, Verdict verdict, boolean calm) {
    if (count == 0) {
      warmFromMs = atMs;
      bornAtMs = bornAtMs == 0 ? atMs : bornAtMs;
    }
    double floor = floor();
    fast.learn(value, floor, count, FAST);
    slow.learn(value, floor, count, SLOW);
    hourly.learn(value - profile.at(verdict.time), floor, count, SLOW);
    if (count > SETTLED) {
      tail.learn(calm ? verdict.sustained : 0, 1);
    }
    count = Math.min(count + 1, MANY);
  }

  private void learnPace(double value, long atMs, boolean calm) {
    if (lastAtMs != 0) {
      double step = Math.abs(value - last);
      if (calm && step > 0 && (quantum == 0 || step < quantum)) {
        quantum = step;
      }
      float waited = atMs - lastAtMs;
      float pull = Math.max(-intervalMs, Math.min(intervalMs, waited - intervalMs));
      intervalMs = intervalMs == 0 ? waited : intervalMs + 0.1f * pull;
    }
  }

  /** Remembers that an episode opened at such a sustained deviation. */
  void alarmed(double sustained) {
    tail.learn(sustained, ALARM_WEIGHT);
  }

  /** Begins anew around what comes, with the experience kept: a lasting change was accepted. */
  void restart() {
    count = 0;
  }
}
