// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.EventFigures;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.Rule;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.learning.BoostingSettings;
import io.signalbox.benchmarks.detection.learning.Examples;
import io.signalbox.benchmarks.detection.learning.Learner;
import io.signalbox.benchmarks.detection.learning.Learner.Learned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutEvaluationTest {
  private static final int ROWS = 3_000;
  private static final int FILES = 4;
  private static final List<String> SETS = List.of(LabelledSets.MS_CLOUD, LabelledSets.AIOPS);
  private static final BoostingSettings SMALL = new BoostingSettings(60, 8, 0.3, 5, 1, 0.8, 0.5, 1);

  @TempDir private Path folder;

  @Test
  void everySeriesIsJudgedOnceAndNeverByWhatWasLearnedFromIt() {
    Map<String, List<Examples>> sets = new LinkedHashMap<>();
    for (String set : List.of(LabelledSets.NAB, LabelledSets.AIOPS)) {
      sets.put(set, IntStream.range(0, 5).mapToObj(i -> examples(set, i)).toList());
    }
    for (Fold.Division division : Fold.Division.values()) {
      Set<String> judged = new HashSet<>();
      for (Fold fold : Fold.of(division, sets)) {
        Set<String> learned = new HashSet<>();
        fold.learned().forEach(one -> learned.add(one.series().path()));
        fold.judged().forEach(one -> assertTrue(judged.add(one.path())));
        assertTrue(fold.judged().stream().noneMatch(one -> learned.contains(one.path())));
        assertEquals(10, fold.learned().size() + fold.judged().size());
      }
      assertEquals(10, judged.size());
    }
  }

  @Test
  void plainOutliersAreFoundInSeriesThatWereNotLearnedFrom() throws IOException {
    HeldOutEvaluation evaluation = evaluation();
    for (DetectorFigures figures : List.of(evaluation.halves(), evaluation.sets())) {
      assertNull(figures.nab());
      assertEquals(8, figures.events().size());
      assertEquals(2, figures.budgets().size());
      EventFigures frozen = figures.events().get(0);
      assertEquals(Rule.FROZEN, frozen.rule());
      assertTrue(frozen.count().segments() >= 3 * FILES);
      assertTrue(frozen.count().f1() > 0.8, figures.title() + " " + frozen.count());
    }
  }

  /** Series are judged in parallel; what is said of one must not depend on the others. */
  @Test
  void theSameIsSaidEachTime() throws IOException {
    Path set = sets();
    Map<String, List<Examples>> examples = new LinkedHashMap<>();
    for (String name : SETS) {
      examples.put(name, Examples.of(LabelledSets.read(set, name)));
    }
    Fold fold = Fold.of(Fold.Division.HALVES, examples).get(0);
    Learned learned = new Learner(SMALL).learn(fold.learned());
    double[][] first = scores(fold, learned);
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(first, scores(fold, learned));
    }
  }

  private static double[][] scores(Fold fold, Learned learned) {
    HeldOut heldOut = new HeldOut(1);
    heldOut.judge(fold, learned);
    return heldOut.verdicts(fold.judged()).stream().map(Verdicts::scores).toArray(double[][]::new);
  }

  private HeldOutEvaluation evaluation() throws IOException {
    EvaluationSettings settings = new EvaluationSettings(SETS, List.of("ours"), 1, false);
    return new HeldOutEvaluation(sets(), settings, SMALL, line -> {});
  }

  private Path sets() throws IOException {
    for (String set : SETS) {
      Path at = Files.createDirectories(LabelledSets.folder(folder, set));
      for (int i = 0; i < FILES; i++) {
        Files.writeString(at.resolve(i + ".csv"), file(set.hashCode() + i));
      }
    }
    return folder;
  }

  /** Noise with an outlier of three points every 500 rows. */
  private static String file(int seed) {
    Random chance = new Random(seed);
    StringBuilder text = new StringBuilder("timestamp,value,label\n");
    for (int row = 0; row < ROWS; row++) {
      boolean out = row % 500 >= 400 && row % 500 < 403;
      double value = 100 + 3 * chance.nextGaussian() + (out ? 60 : 0);
      text.append(row * 60).append(',').append(value).append(out ? ",1\n" : ",0\n");
    }
    return text.toString();
  }

  private static Examples examples(String set, int number) {
    LabelledSeries series =
        new LabelledSeries(set, number + ".csv", new long[0], new double[0], List.of());
    return new Examples(series, List.of(), List.of());
  }
}
