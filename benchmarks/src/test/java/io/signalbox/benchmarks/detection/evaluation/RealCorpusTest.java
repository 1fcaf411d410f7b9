// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.SharedData;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.EventFigures;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.NabFigures;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.Rule;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.nab.NabResult;
import io.signalbox.benchmarks.detection.peers.Peers;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Slow deviations on the real data give the figures that others recorded for them. */
class RealCorpusTest {
  private static final Detector EWMA = Peers.ewma().get(0);

  @Test
  void nabIsScoredAsTheReferenceScoresTheSameVerdicts() throws IOException {
    DetectorFigures figures = run(SharedData.with("nab"), LabelledSets.NAB);
    NabFigures nab = Objects.requireNonNull(figures.nab());
    check(nab.best().get(0), 41.37740264612847, 73, 368);
    check(nab.best().get(1), 25.35178349944165, 53, 187);
    check(nab.best().get(2), 48.56194659167156, 73, 368);
    NabResult folds = nab.folds().get(0);
    assertEquals(116, folds.windows());
    assertTrue(folds.score() < nab.best().get(0).score());
    assertEquals(
        folds.falsePoints(), nab.even().get(0).falsePoints() + nab.odd().get(0).falsePoints());
  }

  @Test
  void eventsAreCountedAsTheyWereBefore() throws IOException {
    DetectorFigures figures = run(SharedData.with("ms-cloud"), LabelledSets.MS_CLOUD);
    List<EventFigures> events = figures.events();
    assertEquals(1, events.size());
    assertEquals(Rule.OWN, events.get(0).rule());
    assertEquals(0.517, events.get(0).count().f1(), 0.002);
    assertEquals(216, events.get(0).count().segments());
  }

  private static DetectorFigures run(Path data, String set) throws IOException {
    EvaluationSettings settings = new EvaluationSettings(List.of(set), List.of(), 1, false);
    return new DetectionEvaluation(data, settings, null, line -> {}).run(EWMA);
  }

  private static void check(NabResult result, double score, int found, int falsePoints) {
    assertEquals(score, result.score(), 1e-6);
    assertEquals(found, result.windowsFound());
    assertEquals(falsePoints, result.falsePoints());
  }
}
