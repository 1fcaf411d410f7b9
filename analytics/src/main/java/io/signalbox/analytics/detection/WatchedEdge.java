// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.detection.EdgeAlarm.Lesson;
import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.analytics.signals.SparseBins;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One edge: what is usual on it, what is open, and the stretch of calls not yet judged. Mutable;
 * the fields are what a codec stores. A stretch is judged at the end of the first window with which
 * it has {@value #ENOUGH_CALLS} calls, or after a minute with what it has.
 */
public final class WatchedEdge {
  /** Calls that make a stretch worth judging. */
  private static final int ENOUGH_CALLS = 20;

  /** Event time after which a stretch is judged with fewer, milliseconds. */
  static final long LONGEST_STRETCH_MS = 60_000;

  /** Event time without calls after which nothing stays open, milliseconds. */
  static final long QUIET_MS = 3 * 60_000;

  /** Answered calls needed to judge the wire time. */
  private static final int ENOUGH_ANSWERS = 5;

  /** Calls of experience needed to say that a callee fell silent. */
  private static final int ANSWER_HISTORY = 50;

  /** A callee is silent when it answers less than this share of what it used to. */
  private static final double SILENT_BELOW = 0.1;

  /** Usual share of failed calls: about 2 % until known better, so that many failures show. */
  public final ShareBaseline failed = new ShareBaseline(1, 49);

  /** Usual share of calls without answer. */
  public final ShareBaseline unanswered = new ShareBaseline(0.5, 0.5);

  /** Usual wire time of answered calls. */
  public final DurationBaseline wire = new DurationBaseline();

  /** Usual client duration, learned and judged while no one answers. */
  public final DurationBaseline client = new DurationBaseline();

  private final Map<EdgeSymptom, EdgeAlarm> alarms = new EnumMap<>(EdgeSymptom.class);

  /** True once the callee has answered: it sends telemetry. */
  public boolean answers;

  /** End of the last window with calls, epoch milliseconds. */
  public long lastCallMs;

  /** Start of the stretch not yet judged, epoch milliseconds; meaningless without calls. */
  public long stretchMs;

  /** Calls of that stretch. */
  public EdgeSums stretch = new EdgeSums();

  /** The alarm for a symptom. */
  public EdgeAlarm alarm(EdgeSymptom symptom) {
    return alarms.computeIfAbsent(symptom, s -> new EdgeAlarm());
  }

  /** Adds a window's calls and judges the stretch if there is enough of it. */
  void add(long startMs, EdgeSums sums, EdgeName name, Consumer<Episode> out) {
    stretchMs = stretch.calls == 0 ? startMs : stretchMs;
    stretch.add(sums);
    lastCallMs = startMs + EdgeWatchSettings.WINDOW_MS;
    answers |= sums.answered() > 0;
    if (stretch.calls >= ENOUGH_CALLS || lastCallMs - stretchMs >= LONGEST_STRETCH_MS) {
      judge(lastCallMs, name, out);
    }
  }

  /** Judges a stretch that has lasted long enough and ends what no call speaks for any longer. */
  void sweep(long nowMs, EdgeName name, Consumer<Episode> out) {
    if (stretch.calls > 0 && nowMs - stretchMs >= LONGEST_STRETCH_MS) {
      judge(stretchMs + LONGEST_STRETCH_MS, name, out);
    }
    if (nowMs - lastCallMs >= QUIET_MS) {
      for (EdgeSymptom symptom : EdgeSymptom.values()) {
        alarm(symptom).release(name.with(symptom), lastCallMs + QUIET_MS, out);
      }
    }
  }

  /** When {@link #sweep} next has something to do, or when the edge is to be forgotten. */
  long nextSweepMs(long forgetMs) {
    if (stretch.calls > 0) {
      return stretchMs + LONGEST_STRETCH_MS;
    }
    for (EdgeAlarm alarm : alarms.values()) {
      if (alarm.gate.startedAtMs != 0) {
        return lastCallMs + QUIET_MS;
      }
    }
    return lastCallMs + forgetMs;
  }

  private void judge(long atMs, EdgeName name, Consumer<Episode> out) {
    EdgeSums seen = stretch;
    stretch = new EdgeSums();
    long lost = seen.calls - seen.answered();
    Observation failures = failed.judge(atMs, seen.errors, seen.calls);
    Observation losses = silence(atMs, lost, seen.calls);
    Lesson onFailed = step(EdgeSymptom.FAILED, failures, name, out);
    Lesson onLost = step(EdgeSymptom.UNANSWERED, losses, name, out);
    failed.heed(onFailed, seen.errors, seen.calls);
    unanswered.heed(onLost, lost, seen.calls);
    if (seen.answered() >= ENOUGH_ANSWERS) {
      judgeDuration(EdgeSymptom.WIRE, wire, seen.wires, atMs, name, out);
    } else if (!answers) {
      judgeDuration(EdgeSymptom.CLIENT, client, seen.durations, atMs, name, out);
    }
  }

  /**
   * An observation of lost answers that is calm unless the callee has all but stopped answering.
   */
  private Observation silence(long atMs, long lost, long calls) {
    Observation seen = unanswered.judge(atMs, lost, calls);
    boolean silent = 1 - seen.value() < SILENT_BELOW * (1 - seen.expected());
    return silent && unanswered.calls >= ANSWER_HISTORY ? seen : seen.calm();
  }

  private void judgeDuration(
      EdgeSymptom symptom,
      DurationBaseline baseline,
      SparseBins durations,
      long atMs,
      EdgeName name,
      Consumer<Episode> out) {
    DurationSketch sketch = new DurationSketch();
    durations.copyTo(sketch);
    Observation seen = baseline.judge(atMs, sketch);
    baseline.heed(step(symptom, seen, name, out), sketch);
  }

  private Lesson step(EdgeSymptom symptom, Observation seen, EdgeName name, Consumer<Episode> out) {
    return alarm(symptom).step(name.with(symptom), seen, out);
  }
}
