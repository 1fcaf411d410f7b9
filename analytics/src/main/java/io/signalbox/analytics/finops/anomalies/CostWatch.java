// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.detection.DetectorSettings;
import io.signalbox.analytics.detection.EpisodeId;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.EpisodeSubject;
import io.signalbox.analytics.detection.Judged;
import io.signalbox.analytics.detection.SeriesDetector;
import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.aggregates.Flow;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Watches the cost of each hour and of a call in it, with the detector of all series, hour after
 * hour. Strictly causal: what is told at the end of an hour depends on it and those before. One
 * instance may watch any number of subjects, one at a time.
 */
public final class CostWatch {
  private static final long HOUR = 3_600_000L;

  private final SeriesDetector detector = new SeriesDetector(DetectorSettings.defaults());
  private final Judged judged = new Judged();

  /** A watch with the settings that ship. */
  public CostWatch() {}

  /**
   * Takes in an hour in which something was used. Hours must come in their order.
   *
   * @param hourMs its first moment, epoch milliseconds
   * @param used what was used in it of each model
   * @param out what is found
   */
  public void take(
      CostHistory of, long hourMs, SortedMap<String, Flow> used, Consumer<CostRevision> out) {
    advance(of, hourMs, out);
    if (of.isEmpty()) {
      of.begin(hourMs);
      return;
    }
    of.usedMs = hourMs;
    of.usedHours++;
    judge(of, hourMs, used, out);
  }

  /** Takes in hours that ended by a time, epoch milliseconds, and in which nothing was used. */
  public void advance(CostHistory of, long nowMs, Consumer<CostRevision> out) {
    while (!of.isEmpty() && of.nextMs + HOUR <= nowMs) {
      if (of.isForsaken()) {
        forget(of, out);
      } else {
        judge(of, of.nextMs, Collections.emptySortedMap(), out);
      }
    }
  }

  private static void forget(CostHistory of, Consumer<CostRevision> out) {
    for (CostTrack track : of.tracks()) {
      close(of, track, of.nextMs, out);
    }
    of.forget();
  }

  private void judge(
      CostHistory of, long hourMs, SortedMap<String, Flow> used, Consumer<CostRevision> out) {
    boolean odd = false;
    for (CostTrack track : of.tracks()) {
      odd |= judge(of, track, hourMs, used, out);
    }
    if (!odd) {
      of.week().add(used);
    }
    of.nextMs = hourMs + HOUR;
  }

  private boolean judge(
      CostHistory of,
      CostTrack track,
      long hourMs,
      SortedMap<String, Flow> used,
      Consumer<CostRevision> out) {
    double value = track.measure(used);
    detector.step(track.detector(), 0, hourMs, value, judged);
    CostRun run = track.run;
    boolean cheaper = value < judged.expected;
    if (!isOdd(of, track, value)) {
      if (run != null && run.isOver(hourMs)) {
        close(of, track, hourMs + HOUR, out);
      }
      return false;
    }
    if (run != null && run.cheaper != cheaper) {
      close(of, track, hourMs + HOUR, out);
      run = null;
    }
    if (run == null) {
      run = CostRun.begin(hourMs, cheaper, of.week().sum());
      track.run = run;
    }
    run.take(hourMs, used, value, judged);
    EpisodeStatus status = run.revision == 0 ? EpisodeStatus.OPEN : EpisodeStatus.UPDATED;
    out.accept(revise(of.subject(), track.perRequest(), run, status, hourMs + HOUR));
    return true;
  }

  /**
   * Whether an hour is unusual by what the detector said of it. It learns while a run goes on, and
   * so may be surprised by the return to what was usual before.
   */
  private boolean isOdd(CostHistory of, CostTrack track, double value) {
    if (!judged.ready || !judged.abnormal) {
      return false;
    }
    CostRun run = track.run;
    if (run != null) {
      return !track.isReturn(run, value);
    }
    return track.canCompare(of.week().sum());
  }

  private static void close(
      CostHistory of, CostTrack track, long nowMs, Consumer<CostRevision> out) {
    CostRun run = track.run;
    if (run != null) {
      out.accept(revise(of.subject(), track.perRequest(), run, EpisodeStatus.CLOSED, nowMs));
      track.run = null;
    }
  }

  private static CostRevision revise(
      CostSubject subject, boolean perRequest, CostRun run, EpisodeStatus status, long nowMs) {
    run.revision++;
    String about = new CostSeries(subject, perRequest).text();
    EpisodeSubject named = new EpisodeSubject("", "", EpisodeKind.COST, about, null);
    return new CostRevision(
        EpisodeId.of(named, run.fromMs),
        run.revision,
        status,
        nowMs,
        anomaly(subject, perRequest, run),
        run.worstP,
        run.value,
        run.expected,
        run.lower,
        run.upper);
  }

  private static CostAnomaly anomaly(CostSubject subject, boolean perRequest, CostRun run) {
    Profile usual = Profile.of(run.usual);
    Profile now = Profile.of(run.now);
    Map<Driver, BigDecimal> drivers = CostChange.drivers(usual, now);
    Map<Driver, BigDecimal> candidates = new EnumMap<>(drivers);
    if (perRequest) {
      candidates.remove(Driver.VOLUME);
    }
    return new CostAnomaly(
        subject.dimension(),
        subject.value(),
        perRequest,
        run.fromMs,
        CalendarWindow.HOUR.end(run.lastMs),
        now.cost(),
        CostChange.expected(usual, now),
        drivers,
        CostChange.largest(candidates),
        run.cheaper);
  }
}
