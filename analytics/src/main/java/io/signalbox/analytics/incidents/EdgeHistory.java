// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.EdgeWindow;

/**
 * What is usual on one edge and since when it is not. What is up is not learned as usual. Mutable;
 * its fields are what a codec stores.
 */
public final class EdgeHistory {
  private static final long HALVE_ABOVE = 1 << 20;
  private static final int WARM_UP = 5;

  /** Windows from which as much is learned as from any more. */
  static final int WELL_LEARNED = 16;

  private static final double LEARN = 1.0 / WELL_LEARNED;

  /** End of the last window, epoch milliseconds. */
  public long lastEndMs;

  /** People say that it is there, whether or not calls are seen. */
  public boolean declared;

  /** The callee is known from its callers alone. */
  public boolean calleeSilent;

  /** Windows from which the usual duration and rate were learned. */
  public int learnedDurations;

  public int learnedRates;

  /** Calls and errors that count as usual; both are halved now and then. */
  public long usualCalls;

  public long usualErrors;

  /** Calls and errors of late, halved with every window. */
  public double recentCalls;

  public double recentErrors;

  /** Usual median duration in microseconds, and usual calls per second. */
  public double usualDurationUs;

  public double usualRate;

  /** Greatest calls per second since the calls rose, and the last median duration. */
  public double peakRate;

  public long lastDurationUs;

  /** Calls since the errors rose, those that failed, and those that were answered. */
  public long risenCalls;

  public long risenErrors;
  public long risenAnswered;

  /** Since when more calls fail, take at least twice as long, or come twice as often. */
  public final Rise errors = new Rise();

  public final Rise slow = new Rise();

  /** End of the last window while they took so long, epoch milliseconds; 0 when they never did. */
  public long slowUntilMs;

  public final Rise busy = new Rise();

  /** Takes in the next window; one that does not come after the last is passed over. */
  void add(EdgeWindow window) {
    if (window.startAt().toEpochMilli() < lastEndMs || window.calls() <= 0) {
      return;
    }
    long startMs = window.startAt().toEpochMilli();
    lastEndMs = window.endAt().toEpochMilli();
    calleeSilent = window.calleeSilent();
    addErrors(startMs, window);
    addDuration(startMs, window);
    addRate(startMs, window);
  }

  /** The same, to be changed apart. */
  EdgeHistory copy() {
    EdgeHistory copy = new EdgeHistory();
    copy.lastEndMs = lastEndMs;
    copy.declared = declared;
    copy.calleeSilent = calleeSilent;
    copy.learnedDurations = learnedDurations;
    copy.learnedRates = learnedRates;
    copy.usualCalls = usualCalls;
    copy.usualErrors = usualErrors;
    copy.recentCalls = recentCalls;
    copy.recentErrors = recentErrors;
    copy.usualDurationUs = usualDurationUs;
    copy.usualRate = usualRate;
    copy.peakRate = peakRate;
    copy.lastDurationUs = lastDurationUs;
    copy.risenCalls = risenCalls;
    copy.risenErrors = risenErrors;
    copy.risenAnswered = risenAnswered;
    copy.errors.set(errors);
    copy.slow.set(slow);
    copy.slowUntilMs = slowUntilMs;
    copy.busy.set(busy);
    return copy;
  }

  /** True while more calls fail, take longer or come than usual. */
  public boolean isEventful() {
    return errors.isUp() || slow.isUp() || busy.isUp();
  }

  /** True when enough is known of the usual duration to tell when it rises. */
  boolean learnsDurations() {
    return learnedDurations >= WARM_UP;
  }

  /** True when half of the calls took so long at some time after this, epoch milliseconds. */
  boolean wasSlowAfter(long ms) {
    return slowUntilMs > ms;
  }

  /** Share of calls that failed since the errors rose, 0..1; 0 when they did not. */
  double risenShare() {
    return risenCalls == 0 ? 0 : (double) risenErrors / risenCalls;
  }

  /** Most calls to few answers, since the errors rose. */
  boolean isUnanswered() {
    return risenCalls > 0 && 2 * risenAnswered < risenCalls;
  }

  /** How many times the usual calls came at their peak, 1 when they are as usual. */
  double load() {
    return busy.isUp() && usualRate > 0 ? peakRate / usualRate : 1;
  }

  private void addErrors(long startMs, EdgeWindow window) {
    recentCalls = recentCalls / 2 + window.calls();
    recentErrors = recentErrors / 2 + window.errors();
    double share = recentErrors / recentCalls;
    double usual = usualCalls == 0 ? 0 : (double) usualErrors / usualCalls;
    errors.step(startMs, recentErrors >= 2.5 && share >= 0.05 && share >= 3 * usual);
    if (errors.isUp()) {
      risenCalls += window.calls();
      risenErrors += window.errors();
      risenAnswered += window.answered();
      return;
    }
    risenCalls = 0;
    risenErrors = 0;
    risenAnswered = 0;
    usualCalls += window.calls();
    usualErrors += window.errors();
    if (usualCalls > HALVE_ABOVE) {
      usualCalls /= 2;
      usualErrors /= 2;
    }
  }

  private void addDuration(long startMs, EdgeWindow window) {
    lastDurationUs = window.durationP50Us();
    boolean warm = learnedDurations >= WARM_UP;
    slow.step(startMs, warm && lastDurationUs >= 2 * usualDurationUs);
    if (slow.isUp()) {
      slowUntilMs = lastEndMs;
    } else {
      learnedDurations = Math.min(learnedDurations + 1, Integer.MAX_VALUE - 1);
      usualDurationUs += (lastDurationUs - usualDurationUs) * pace(learnedDurations);
    }
  }

  private void addRate(long startMs, EdgeWindow window) {
    double seconds = Math.max(1, lastEndMs - startMs) / 1000.0;
    double rate = window.calls() / seconds;
    boolean warm = learnedRates >= WARM_UP;
    busy.step(startMs, warm && window.calls() >= 10 && rate >= 2 * usualRate);
    if (busy.isUp()) {
      peakRate = Math.max(peakRate, rate);
      return;
    }
    peakRate = 0;
    learnedRates = Math.min(learnedRates + 1, Integer.MAX_VALUE - 1);
    usualRate += (rate - usualRate) * pace(learnedRates);
  }

  private static double pace(int learned) {
    return Math.max(LEARN, 1.0 / learned);
  }
}
