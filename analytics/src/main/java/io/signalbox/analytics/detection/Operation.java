// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.SpanCell;

/** What a service does under one name: how often, how long, how often in vain. */
final class Operation {
  private static final int ENOUGH_CALLS = 20;
  private static final int MINUTE_WINDOWS = 6;
  private static final double USUAL_MEMORY = 32;
  private static final double SECONDS = RequestWatch.WINDOW_MS / 1000.0;

  private final ErrorShare share = new ErrorShare();
  private final SparseBins durations = new SparseBins();
  private final LoadEffect load = new LoadEffect();
  private String name;
  private long lastMs;
  private long calls;
  private long errors;
  private int durationWindows;
  private boolean steady;
  private double usual = -1;
  private long rateCalls;
  private int rateWindows;

  Operation(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** First millisecond of the last tick with a call. */
  long lastMs() {
    return lastMs;
  }

  void add(long tickMs, SpanCell cell) {
    lastMs = tickMs;
    calls += cell.calls();
    errors += cell.errors();
    durations.add(cell.bins(), cell.counts());
  }

  /**
   * Feeds rate and durations to the judge of series.
   *
   * @param speaking false when the service is silent, so that its rate says nothing new
   */
  void endSeries(Judgement look, boolean speaking) {
    if (speaking) {
      judgeRate(look);
    }
    judgeDurations(look);
  }

  /** Judges the failures of the window and makes room for the next. */
  void endErrors(Judgement look, ErrorShare.Rest rest) {
    share.endWindow(look, name, calls, errors, rest);
    calls = 0;
    errors = 0;
  }

  /** Judges failures that were counted elsewhere. */
  void endErrors(Judgement look, long restCalls, long restErrors) {
    share.endWindow(look, name, restCalls, restErrors, (c, e) -> {});
    calls = 0;
    errors = 0;
  }

  /**
   * A window of few calls says little about a rate, so where few are usual a minute is judged, and
   * where hardly any are usual nothing is. The window of the first call is not a whole one.
   */
  private void judgeRate(Judgement look) {
    if (!steady) {
      steady = calls > 0;
      return;
    }
    rateCalls += calls;
    rateWindows++;
    usual = usual < 0 ? calls : usual + (calls - usual) / USUAL_MEMORY;
    if (rateWindows >= (usual >= ENOUGH_CALLS ? 1 : MINUTE_WINDOWS)) {
      if (usual >= 1) {
        look.observe(EpisodeKind.RATE, name, rateCalls / (rateWindows * SECONDS), rateCalls);
      }
      rateCalls = 0;
      rateWindows = 0;
    }
  }

  private void judgeDurations(Judgement look) {
    durationWindows++;
    long support = durations.total();
    if (support >= ENOUGH_CALLS) {
      DurationSketch sketch = durations.sketch();
      double median = (double) sketch.quantile(0.5);
      double slow = (double) sketch.quantile(0.99);
      double rate = support / (durationWindows * SECONDS);
      look.observe(
          EpisodeKind.DURATION, name + " p50", load.atUsualLoad(sketch.middle(), rate), support);
      look.observe(EpisodeKind.DURATION, name + " p99", load.atUsualLoad(slow, rate), support);
      load.learn(median, rate);
    }
    if (support >= ENOUGH_CALLS || durationWindows >= MINUTE_WINDOWS) {
      durations.clear();
      durationWindows = 0;
    }
  }

  /** Ends all that is open and forgets what was gathered half: no window will follow soon. */
  void pause(Judgement look) {
    share.release(look, name);
    forgetSeries();
  }

  /** Forgets what was gathered of rate and durations: they are not judged now. */
  void forgetSeries() {
    durations.clear();
    durationWindows = 0;
    rateCalls = 0;
    rateWindows = 0;
    steady = false;
  }

  void walk(Fields fields) {
    name = fields.text(name);
    lastMs = fields.integer(lastMs);
    calls = fields.integer(calls);
    errors = fields.integer(errors);
    durations.walk(fields);
    durationWindows = fields.small(durationWindows);
    steady = fields.flag(steady);
    usual = fields.real(usual);
    rateCalls = fields.integer(rateCalls);
    rateWindows = fields.small(rateWindows);
    share.walk(fields);
    if (fields.version() >= 2) {
      load.walk(fields);
    }
  }
}
