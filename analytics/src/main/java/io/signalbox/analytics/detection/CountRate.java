// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How many events a window usually has, and whether there are far more now.
 *
 * <p>Mean and variance are learned over about an hour, on top of a minute's worth of {@link
 * #PRIOR}. The tail is negative binomial with the shape that fits them; the shorter the history,
 * the wider. Nothing is learned while an episode is open or suspected.
 */
final class CountRate {
  private static final double PRIOR = 0.1;
  private static final int PRIOR_WINDOWS = 6;
  private static final int MEMORY_WINDOWS = 360;
  private static final long ENOUGH = 5;
  private static final long MANY = 20;
  private static final double MOST_SURPRISE = 12;
  private static final double LEAST_FACTOR = 3;
  private static final double OPEN_BELOW = 1e-5;
  private static final double OPEN_AT_ONCE_BELOW = 1e-9;
  private static final double CLOSE_ABOVE = 1e-2;
  private static final int CLOSE_AFTER = 12;

  private final EpisodeGate gate = new EpisodeGate();
  private long count;
  private double mean = PRIOR;
  private double variance = PRIOR;
  private int windows = PRIOR_WINDOWS;

  void add(long more) {
    count += more;
  }

  boolean isCalm() {
    return gate.startedAtMs == 0;
  }

  boolean isOpen() {
    return gate.isOpen();
  }

  /**
   * How improbable the window is so far, nats, 0..12; what was never seen before is taken to come
   * once in all the time that is known.
   *
   * @param age windows in which it could have been seen
   */
  double surprise(long age) {
    if (count == 0) {
      return 0;
    }
    double rare = 1.0 / Math.max(1, Math.min(MEMORY_WINDOWS, age));
    double usual = windows <= PRIOR_WINDOWS ? rare : Math.max(mean, rare);
    double chance = Tails.negativeBinomial(count, usual, Math.max(1, shape()));
    return Math.min(MOST_SURPRISE, -StrictMath.log(Math.max(chance, 1e-30)));
  }

  long count() {
    return count;
  }

  double usual() {
    return windows <= PRIOR_WINDOWS ? 0 : mean;
  }

  /**
   * Judges the window and makes room for the next.
   *
   * @param mayOpen false while too little is known, or too much is open already
   */
  void endWindow(Judgement look, String subject, boolean mayOpen) {
    boolean matters = count >= ENOUGH && count >= LEAST_FACTOR * mean && (mayOpen || isOpen());
    double usual = Math.max(mean, PRIOR / 10);
    double pValue = matters ? Tails.negativeBinomial(count, usual, shape()) : 1;
    boolean atOnce = pValue <= OPEN_AT_ONCE_BELOW && count >= MANY;
    double upper = usual + 3 * Math.sqrt(usual + usual * usual / shape());
    look.step(
        gate,
        EpisodeKind.LOGS,
        subject,
        new GateSettings(OPEN_BELOW, atOnce ? 1 : 2, CLOSE_ABOVE, CLOSE_AFTER),
        new Observation(look.atMs(), pValue, count, usual, 0, upper, count));
    if (look.learns(gate)) {
      learn();
    }
    count = 0;
  }

  private double shape() {
    double widest = 0.5 + windows / 36.0;
    return variance > mean
        ? Math.max(0.5, Math.min(widest, mean * mean / (variance - mean)))
        : widest;
  }

  private void learn() {
    windows = Math.min(windows + 1, MEMORY_WINDOWS);
    double off = count - mean;
    mean += off / windows;
    variance += (off * (count - mean) - variance) / windows;
  }

  void release(Judgement look, String subject) {
    look.release(gate, EpisodeKind.LOGS, subject);
    count = 0;
  }

  void walk(Fields fields) {
    fields.gate(gate);
    count = fields.integer(count);
    mean = fields.real(mean);
    variance = fields.real(variance);
    windows = fields.small(windows);
  }
}
