// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import io.signalbox.analytics.detection.Combiner;
import io.signalbox.analytics.detection.DetectorSettings;
import io.signalbox.analytics.detection.Expert;
import io.signalbox.analytics.detection.Judged;
import io.signalbox.analytics.detection.SeriesDetector;
import io.signalbox.analytics.detection.Weighing;
import java.util.Locale;
import java.util.function.Supplier;

/** The detector of the jobs at one series in a file. */
public final class OwnDetector implements PointScorer {
  private static final String WARMING_UP = "warming_up";

  private final SeriesDetector detector;
  private final byte[] state = new byte[SeriesDetector.BYTES];
  private final Judged judged = new Judged();
  private final FileClock clock = new FileClock();

  private OwnDetector(DetectorSettings settings, Weighing weighing) {
    detector = new SeriesDetector(settings, weighing);
  }

  /**
   * As shipped.
   *
   * @param budget false alarms a series may raise in a week, on average; above 0
   */
  public static Detector of(double budget) {
    return of(budget, Combiner::new);
  }

  /**
   * As shipped but for its weights.
   *
   * @param weighing gives one for a series
   */
  public static Detector of(double budget, Supplier<? extends Weighing> weighing) {
    DetectorSettings shipped = DetectorSettings.defaults();
    DetectorSettings settings =
        new DetectorSettings(
            budget, shipped.refractoryMs(), shipped.refractoryPoints(), shipped.warmUpPoints());
    return new Detector(
        "ours",
        "Signalbox",
        true,
        false,
        SeriesDetector.BYTES,
        () -> new OwnDetector(settings, weighing.get()));
  }

  @Override
  public void next(long atMs, double value, Scored out) {
    detector.step(state, 0, clock.next(atMs), value, judged);
    out.score = judged.score();
    out.alarm = judged.alarm;
    out.expected = judged.expected;
    out.lower = judged.lower;
    out.upper = judged.upper;
    out.pValue = judged.pValue();
    out.reason = judged.ready ? name(judged.reason) : WARMING_UP;
  }

  private static String name(Expert expert) {
    return expert == Expert.NONE ? "" : expert.name().toLowerCase(Locale.ROOT);
  }
}
