// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Judges one series, point after point; all it knows of the series is a range of bytes in a block.
 * Strictly causal: a verdict depends on this value and those before it. It allocates nothing per
 * point, its results have the same bits on every machine, and multiplying all values of a series by
 * a power of two changes no bit of its scores. One instance may judge any number of series, one at
 * a time.
 *
 * <p>Experts measure the value against what they expect; each knows how often it is how wrong, so
 * its surprise is a probability. Where one of them is suspicious, a learned {@link Combiner} weighs
 * them together. The score is damped for a while after a strong one; alarms keep to a budget.
 */
public final class SeriesDetector {
  /** Bytes of a series; a range of zeros is a series that was never heard from. */
  public static final int BYTES = (Layout.END + 7) / 8 * 8;

  private static final double LARGEST = 1e30;
  private static final double HOURS_PER_MS = 1 / 3_600_000.0;
  private static final double INTERVAL_GAIN = 0.05;
  private static final double SLOW_GAIN = 0.003;
  private static final int MANY = 1 << 30;

  /** The anchor follows the level when it lies so many deviations off. */
  private static final double FAR_FROM_ANCHOR = 16;

  /**
   * Log-odds that count for an episode at most, so that a few statements of a user outweigh any.
   */
  private static final double CLEAREST = 6;

  /** Evidence from which a value is told of and may go on with a run, nats: one in 400. */
  static final double IMPROBABLE = 6;

  /** Log-odds of each value that goes on with a run. */
  private static final double GOES_ON = StrictMath.log(2);

  /** Values before that count at most. */
  private static final int LONGEST_RUN = 5;

  private final DetectorSettings settings;
  private final Moment m = new Moment();
  private final Experts experts = new Experts();
  private final Weighing combiner;
  private final AlarmBudget alarms;

  /** True where the verdict is that of a record. */
  private boolean isRecord;

  /** A detector that keeps to these settings, with the weights that ship. */
  public SeriesDetector(DetectorSettings settings) {
    this(settings, new Combiner());
  }

  /** A detector with weights of one's own, as a trainer of the shipped ones needs it. */
  public SeriesDetector(DetectorSettings settings, Weighing combiner) {
    this.settings = settings;
    this.combiner = combiner;
    this.alarms = new AlarmBudget(settings);
  }

  /**
   * Judges a value and takes it in.
   *
   * @param block where the state of the series is, changed in place
   * @param at where it begins
   * @param atMs event time, epoch milliseconds; a value not later than the last one judged is
   *     neither judged nor taken in
   * @param value in the unit of the series; one that is not finite counts as missing
   * @param out the verdict
   * @throws IllegalArgumentException when the state is of another version
   */
  public void step(byte[] block, int at, long atMs, double value, Judged out) {
    out.clear();
    int version = block[at];
    if (version < 0 || version > Layout.VERSION) {
      throw new IllegalArgumentException("state of version " + version);
    }
    if (!Double.isFinite(value)) {
      return;
    }
    if (version == 0) {
      begin(block, at, atMs, value);
      return;
    }
    long last = StateBytes.time(block, at + Layout.LAST_AT);
    if (atMs <= last) {
      return;
    }
    m.atMs = atMs;
    m.gapMs = (double) atMs - last;
    m.gapHours = m.gapMs * HOURS_PER_MS;
    open(block, at, value);
    experts.judge(block, at, m);
    double verdict = verdict(block);
    double damped = experts.recall.damp(block, verdict);
    out.ready = m.count >= settings.warmUpPoints();
    if (out.ready) {
      say(block, at, verdict, damped, out);
    }
    m.slowGain = Moment.max(SLOW_GAIN, 1.0 / m.count);
    experts.learn(block, at, m);
    close(block, at, value);
  }

  private double verdict(byte[] block) {
    double byRecord = experts.records.logOdds(m);
    double byExperts = byExperts(block);
    isRecord = byRecord > byExperts;
    return isRecord ? byRecord : byExperts;
  }

  private double byExperts(byte[] block) {
    if (m.strongest < Combiner.SUSPICIOUS) {
      return Combiner.calm(m);
    }
    Features.fill(block, experts, m);
    double verdict = combiner.judge(m.features);
    return experts.season.isBetween(m) ? Moment.min(verdict, Combiner.HOPELESS) : verdict;
  }

  private static void begin(byte[] block, int at, long atMs, double value) {
    block[at] = Layout.VERSION;
    StateBytes.whole(block, at + Layout.COUNT, 1);
    StateBytes.time(block, at + Layout.LAST_AT, atMs);
    StateBytes.precise(block, at + Layout.ANCHOR, value);
    if (value != 0) {
      setUnit(block, at, exponentOf(value));
    }
    Experts.begin(block, at);
  }

  private void open(byte[] block, int at, double value) {
    block[at] = Layout.VERSION;
    m.count = StateBytes.whole(block, at + Layout.COUNT);
    m.plainGain = 1.0 / (m.count + 1);
    double interval = StateBytes.real(block, at + Layout.INTERVAL);
    double pull = Moment.max(-interval, Moment.min(interval, m.gapMs - interval));
    m.intervalMs = m.count == 1 ? m.gapMs : interval + INTERVAL_GAIN * pull;
    StateBytes.real(block, at + Layout.INTERVAL, m.intervalMs);
    double anchor = StateBytes.precise(block, at + Layout.ANCHOR);
    int exponent = StateBytes.small(block, at + Layout.EXPONENT);
    if (block[at + Layout.HAS_UNIT] == 0 && value != 0) {
      exponent = exponentOf(value);
      setUnit(block, at, exponent);
    }
    double share = power(-exponent);
    m.anchor = Moment.clip(anchor * share, LARGEST);
    m.absolute = Moment.min(Math.abs(value * share), LARGEST);
    m.value = relative(value, anchor, share);
    m.exponent = exponent;
  }

  private void say(byte[] block, int at, double verdict, double damped, Judged out) {
    out.logOdds = damped;
    out.evidence = isRecord ? experts.records.evidence : m.strongest;
    out.surprise = m.strongest >= TailSet.AT_QUANTILE ? experts.surprise(block) : 0;
    out.intervalMs = m.intervalMs;
    out.experience = m.count + 1.0;
    out.reason = reason();
    double lasting = verdict + byRun(block, out.surprise);
    out.margin = alarms.margin(m, Moment.min(lasting, CLEAREST));
    out.abnormal = out.margin >= 0;
    out.alarm = alarms.judge(block, at, m, verdict, damped);
    double width = experts.tails.quantile(block, 0) * m.residualScale;
    double unit = power(m.exponent);
    out.expected = (m.predicted + m.anchor) * unit;
    out.lower = (m.predicted + m.anchor - width) * unit;
    out.upper = (m.predicted + m.anchor + width) * unit;
  }

  /**
   * Log-odds that the values before add. Young series have seen too little for a single value to
   * say enough; that one after the other lies where one in hundreds does, on the same side, is no
   * chance. Chance, too, comes in runs: each counts as if every second one went on.
   */
  private double byRun(byte[] block, double surprise) {
    if (surprise < IMPROBABLE || experts.season.isBetween(m)) {
      return 0;
    }
    return GOES_ON * Math.min(experts.awayBefore(block), LONGEST_RUN);
  }

  private Expert reason() {
    if (isRecord) {
      return Expert.RECORD;
    }
    return m.strongest >= TailSet.AT_QUANTILE ? Experts.reason(m) : Expert.NONE;
  }

  private void close(byte[] block, int at, double value) {
    StateBytes.whole(block, at + Layout.COUNT, Math.min(m.count + 1, MANY));
    StateBytes.time(block, at + Layout.LAST_AT, m.atMs);
    if (m.unit > 0 && Math.abs(m.slow) > FAR_FROM_ANCHOR * m.unit) {
      double anchor = StateBytes.precise(block, at + Layout.ANCHOR);
      double moved = anchor + m.slow * power(m.exponent);
      StateBytes.precise(block, at + Layout.ANCHOR, moved);
      double share = power(-m.exponent);
      Experts.rebase(block, at, (moved - anchor) * share);
      Levels.last(block, at, relative(value, moved, share));
    }
  }

  /** Rounded to the precision in which the last value is kept, so that equal values are equal. */
  private static double relative(double value, double anchor, double share) {
    return (float) Moment.clip((value - anchor) * share, LARGEST);
  }

  private static void setUnit(byte[] block, int at, int exponent) {
    StateBytes.small(block, at + Layout.EXPONENT, exponent);
    block[at + Layout.HAS_UNIT] = 1;
  }

  /** The binary exponent of a value, such that both powers of two are normal numbers. */
  private static int exponentOf(double value) {
    return Math.max(-1021, Math.min(1021, Math.getExponent(value)));
  }

  private static double power(int exponent) {
    return Double.longBitsToDouble((long) (exponent + 1023) << 52);
  }
}
