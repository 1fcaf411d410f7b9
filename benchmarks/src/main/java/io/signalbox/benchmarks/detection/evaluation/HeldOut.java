// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.analytics.detection.Weighing;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.EventFigures;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.NabFigures;
import io.signalbox.benchmarks.detection.evaluation.EventRun.Run;
import io.signalbox.benchmarks.detection.events.ThresholdSearch;
import io.signalbox.benchmarks.detection.events.ThresholdSearch.ScoredSet;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.learning.Examples;
import io.signalbox.benchmarks.detection.learning.Learner.Learned;
import io.signalbox.benchmarks.detection.nab.NabProfile;
import io.signalbox.benchmarks.detection.nab.NabScorer;
import io.signalbox.benchmarks.detection.scoring.OwnDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The verdicts about series by weights that were learned without them, and the thresholds that were
 * best for the series learned from. Those are chosen on verdicts that know nothing about the series
 * either: of the series learned from, each half is judged by what the other taught.
 */
final class HeldOut {
  private final double budget;
  private final Map<String, Verdicts> verdicts = new LinkedHashMap<>();

  /** By series: the threshold for events, and that for each profile of NAB. */
  private final Map<String, Double> eventThresholds = new LinkedHashMap<>();

  private final Map<String, Map<NabProfile, Double>> nabThresholds = new LinkedHashMap<>();

  HeldOut(double budget) {
    this.budget = budget;
  }

  /** Judges the series of a fold. */
  void judge(Fold fold, Learned learned) {
    List<Verdicts> own =
        IntStream.range(0, fold.learned().size())
            .parallel()
            .mapToObj(
                place -> of(fold.learned().get(place).series(), () -> learned.strangerTo(place)))
            .toList();
    Map<String, Run> sets = bySet(fold.learned().stream().map(Examples::series).toList(), own);
    Run nab = sets.remove(LabelledSets.NAB);
    Map<NabProfile, Double> nabThreshold = nab == null ? Map.of() : nabThresholds(nab);
    List<ScoredSet> scored = sets.values().stream().map(Run::scored).toList();
    double threshold = scored.isEmpty() ? 0.5 : ThresholdSearch.best(scored);
    List<Verdicts> judged =
        fold.judged().parallelStream().map(one -> of(one, learned.trees()::combiner)).toList();
    for (int i = 0; i < judged.size(); i++) {
      String path = fold.judged().get(i).path();
      verdicts.put(path, judged.get(i));
      eventThresholds.put(path, threshold);
      nabThresholds.put(path, nabThreshold);
    }
  }

  /** Series are judged at one time, and a weighing weighs one value at a time: each has its own. */
  private Verdicts of(LabelledSeries series, Supplier<Weighing> weighing) {
    return Verdicts.of(OwnDetector.of(budget, weighing), series);
  }

  private static Map<NabProfile, Double> nabThresholds(Run nab) {
    NabScorer scorer = new NabScorer(nab.series(), nab.scored().scores());
    Map<NabProfile, Double> thresholds = new EnumMap<>(NabProfile.class);
    Arrays.stream(NabProfile.values())
        .forEach(profile -> thresholds.put(profile, scorer.best(profile).threshold()));
    return thresholds;
  }

  private static Map<String, Run> bySet(List<LabelledSeries> series, List<Verdicts> said) {
    Map<String, Run> sets = new LinkedHashMap<>();
    for (int i = 0; i < series.size(); i++) {
      Run run =
          sets.computeIfAbsent(
              series.get(i).set(), set -> new Run(new ArrayList<>(), new ArrayList<>()));
      run.series().add(series.get(i));
      run.verdicts().add(said.get(i));
    }
    return sets;
  }

  /** What was said about these series, which must all have been judged. */
  List<Verdicts> verdicts(List<LabelledSeries> series) {
    return series.stream().map(one -> found(verdicts, one)).toList();
  }

  /**
   * NAB: as of other verdicts, but that each half is scored at the threshold of those learned from,
   * if NAB was among them.
   */
  NabFigures nab(List<LabelledSeries> files) {
    NabFigures plain = NabRun.of(files, verdicts(files), true);
    boolean frozen = !found(nabThresholds, files.get(0)).isEmpty();
    return frozen ? NabRun.at(plain, files, verdicts(files), this::nabThreshold) : plain;
  }

  private double nabThreshold(LabelledSeries file, NabProfile profile) {
    return found(found(nabThresholds, file), profile);
  }

  /** Events: as of other verdicts, and at the threshold of the series learned from. */
  List<EventFigures> events(Map<String, Run> sets) {
    List<EventFigures> figures = new ArrayList<>();
    sets.forEach(
        (set, run) ->
            figures.add(EventRun.frozen(set, run, series -> found(eventThresholds, series))));
    figures.addAll(EventRun.of(sets, true));
    return figures;
  }

  private static <T> T found(Map<String, T> by, LabelledSeries series) {
    return found(by, series.path());
  }

  private static <K, T> T found(Map<K, T> by, K key) {
    T one = by.get(key);
    if (one == null) {
      throw new IllegalStateException("not judged: " + key);
    }
    return one;
  }
}
