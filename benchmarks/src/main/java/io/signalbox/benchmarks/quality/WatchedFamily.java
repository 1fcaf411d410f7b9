// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.Discoveries;
import io.signalbox.analytics.quality.FamilyRule;
import io.signalbox.analytics.quality.Histogram;
import io.signalbox.analytics.quality.HistogramDistance;
import io.signalbox.analytics.quality.RateDetector;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Thousands of segments that are all watched after each event, one service each hundred.
 *
 * @param segments how many there are
 * @param changed how many of them get worse half way, from 95 to 60 %
 * @param events of each segment
 * @param runs how many were simulated
 * @param runsWithFalse runs with at least one false alarm
 * @param falseShare mean share of false alarms among all alarms of a run, 0 for none
 * @param found share of the changed segments that were noticed; NaN when none changed
 * @param meanDelay events until then; NaN when none was
 * @param fixedIndex share of stationary segments on which a population stability index above 0.1
 *     alarms, of ten parts and 200 values against 200
 */
public record WatchedFamily(
    int segments,
    int changed,
    int events,
    int runs,
    int runsWithFalse,
    double falseShare,
    double found,
    double meanDelay,
    double fixedIndex) {
  private static final double SHARE = 0.05;
  private static final int OF_SERVICE = 100;
  private static final double GOOD = .95;
  private static final double WORSE = .6;

  /** What came of one run. */
  private record Run(int falseAlarms, int noticed, long delays) {}

  /** Simulates one. */
  public static WatchedFamily of(int segments, int changed, int events, int runs, long seed) {
    int withFalse = 0;
    double share = 0;
    long noticed = 0;
    long delays = 0;
    for (int run = 0; run < runs; run++) {
      Run one = run(segments, changed, events, seed + 31L * run);
      withFalse += one.falseAlarms > 0 ? 1 : 0;
      share += (double) one.falseAlarms / Math.max(1, one.falseAlarms + one.noticed);
      noticed += one.noticed;
      delays += one.delays;
    }
    return new WatchedFamily(
        segments,
        changed,
        events,
        runs,
        withFalse,
        share / runs,
        (double) noticed / ((long) changed * runs),
        (double) delays / noticed,
        fixedIndex(seed));
  }

  private static Run run(int segments, int changed, int events, long seed) {
    int services = segments / OF_SERVICE;
    return IntStream.range(0, services)
        .parallel()
        .mapToObj(service -> service(service, segments, changed, events, seed))
        .reduce(
            new Run(0, 0, 0),
            (left, right) ->
                new Run(
                    left.falseAlarms + right.falseAlarms,
                    left.noticed + right.noticed,
                    left.delays + right.delays));
  }

  /** The segments of a service in turn, so that what is found of one makes the next easier. */
  private static Run service(int service, int segments, int changed, int events, long seed) {
    Discoveries discoveries = new Discoveries();
    SplittableRandom random = new SplittableRandom(seed * segments + service);
    RateDetector[] detectors = new RateDetector[OF_SERVICE];
    double[] rates = new double[OF_SERVICE];
    int worse = changed * OF_SERVICE / segments;
    for (int i = 0; i < OF_SERVICE; i++) {
      detectors[i] = new RateDetector(new FamilyRule(discoveries, segments, SHARE));
      rates[i] = i < worse ? GOOD : .02 + .96 * random.nextDouble();
    }
    boolean[] told = new boolean[OF_SERVICE];
    int falseAlarms = 0;
    int noticed = 0;
    long delays = 0;
    for (int event = 0; event < events; event++) {
      for (int i = 0; i < OF_SERVICE; i++) {
        boolean late = i < worse && event >= events / 2;
        boolean alarm = detectors[i].add(random.nextDouble() < (late ? WORSE : rates[i])) != null;
        if (alarm && !told[i]) {
          told[i] = true;
          discoveries.found();
          falseAlarms += late ? 0 : 1;
          noticed += late ? 1 : 0;
          delays += late ? event - events / 2 + 1 : 0;
        }
      }
    }
    return new Run(falseAlarms, noticed, delays);
  }

  private static double fixedIndex(long seed) {
    int segments = 2_000;
    double[] edges = {.1, .2, .3, .4, .5, .6, .7, .8, .9};
    int above = 0;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < segments; i++) {
      Histogram before = new Histogram(edges);
      Histogram after = new Histogram(edges);
      for (int value = 0; value < 200; value++) {
        before.add(random.nextDouble());
        after.add(random.nextDouble());
      }
      above += HistogramDistance.of(before, after).psi() > .1 ? 1 : 0;
    }
    return (double) above / segments;
  }
}
