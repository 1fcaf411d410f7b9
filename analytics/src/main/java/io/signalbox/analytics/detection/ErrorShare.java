// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * The share of failed calls an operation usually has, and whether there are more now.
 *
 * <p>The usual share is a decaying count of calls and failures on top of a prior that expects one
 * call in a hundred to fail. Calls are gathered over windows until there are enough to judge, then
 * put to a beta-binomial tail test whose spread is what the share itself shows from one judgement
 * to the next. Without history, what looks bad is gathered further, to {@link #MANY_ERRORS}
 * failures or for ten minutes. Nothing is learned while an episode is open or suspected.
 */
final class ErrorShare {
  private static final double PRIOR_CALLS = 50;
  private static final double PRIOR_ERRORS = 0.5;
  private static final double LEAST_SHARE = 0.001;
  private static final double LEAST_RISE = 0.01;
  private static final int ENOUGH_CALLS = 20;
  private static final int ENOUGH_ERRORS = 5;
  private static final int COLD_CALLS = 200;
  private static final int MANY_ERRORS = 20;
  private static final int PATIENCE = 6;
  private static final int LONG_PATIENCE = 60;
  private static final double MEMORY_WINDOWS = 2160;
  private static final double OPEN_BELOW = 1e-5;
  private static final double OPEN_AT_ONCE_BELOW = 1e-9;
  private static final double CLOSE_ABOVE = 1e-2;
  private static final int CLOSE_AFTER = 6;

  private final EpisodeGate gate = new EpisodeGate();
  private double usualCalls;
  private double usualErrors;
  private final Dispersion dispersion = new Dispersion();
  private long calls;
  private long errors;
  private int windows;

  /** Takes what was judged as usual, to be judged again together with others. */
  interface Rest {
    void add(long calls, long errors);
  }

  /** Takes in the calls of a window and judges once there are enough. */
  void endWindow(Judgement look, String subject, long moreCalls, long moreErrors, Rest rest) {
    calls += moreCalls;
    errors += moreErrors;
    windows++;
    if (calls == 0) {
      idle(look, subject);
    } else if (isDue()) {
      double pValue = pValue();
      if (!isCold() || pValue > CLOSE_ABOVE || errors >= MANY_ERRORS || windows >= LONG_PATIENCE) {
        judge(look, subject, pValue);
        if (gate.startedAtMs == 0) {
          rest.add(calls, errors);
        }
        forgetWindows();
      }
    }
  }

  /** Ends all that is open: the operation is gone. */
  void release(Judgement look, String subject) {
    look.release(gate, EpisodeKind.ERRORS, subject);
    forgetWindows();
  }

  private boolean isDue() {
    return calls >= ENOUGH_CALLS
        || errors >= ENOUGH_ERRORS
        || windows >= (errors == 0 ? PATIENCE : LONG_PATIENCE);
  }

  private void idle(Judgement look, String subject) {
    if (windows >= LONG_PATIENCE) {
      release(look, subject);
    }
  }

  private void forgetWindows() {
    calls = 0;
    errors = 0;
    windows = 0;
  }

  private boolean isCold() {
    return usualCalls < COLD_CALLS;
  }

  private double share() {
    return Math.max(LEAST_SHARE, (usualErrors + PRIOR_ERRORS) / (usualCalls + PRIOR_CALLS));
  }

  /** Pseudo-calls behind the share: what was learned, but never less spread than it shows. */
  private double stiffness() {
    return Math.min(usualCalls + PRIOR_CALLS, dispersion.stiffness());
  }

  private double pValue() {
    double share = share();
    double stiffness = stiffness();
    boolean matters = errors >= ENOUGH_ERRORS && errors >= (share + LEAST_RISE) * calls;
    return matters
        ? Tails.betaBinomial(errors, calls, share * stiffness, (1 - share) * stiffness)
        : 1;
  }

  private void judge(Judgement look, String subject, double pValue) {
    double share = share();
    double spread = share * (1 - share) / calls * (1 + (calls - 1) / (stiffness() + 1));
    double upper = Math.min(1, share + 3 * Math.sqrt(spread));
    double seen = (double) errors / calls;
    boolean atOnce = errors >= MANY_ERRORS && (isCold() || pValue <= OPEN_AT_ONCE_BELOW);
    look.step(
        gate,
        EpisodeKind.ERRORS,
        subject,
        new GateSettings(OPEN_BELOW, atOnce ? 1 : 2, CLOSE_ABOVE, CLOSE_AFTER),
        new Observation(look.atMs(), pValue, seen, share, 0, upper, calls));
    if (look.learns(gate)) {
      learn();
    }
  }

  private void learn() {
    double keep = 1 - Math.min(windows, LONG_PATIENCE) / MEMORY_WINDOWS;
    dispersion.learn(keep, calls, errors, share());
    usualCalls = usualCalls * keep + calls;
    usualErrors = usualErrors * keep + errors;
  }

  void walk(Fields fields) {
    fields.gate(gate);
    usualCalls = fields.real(usualCalls);
    usualErrors = fields.real(usualErrors);
    calls = fields.integer(calls);
    errors = fields.integer(errors);
    windows = fields.small(windows);
    dispersion.walk(fields);
  }
}
