// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.nab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected figures of the small corpus are those of the standalone scorer of NAB v1.1 that
 * reproduces the published scores; the values of its files are the scores of a detector.
 */
class NabScorerTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/nab-corpus").toAbsolutePath().normalize();

  private NabScorer scorer;

  @BeforeEach
  void readsTheCorpus() throws IOException {
    List<LabelledSeries> files = LabelledSets.nab(CORPUS);
    scorer = new NabScorer(files, files.stream().map(LabelledSeries::values).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 37.71926939821088, -1.2280730601789118, 1.0, 2, 0",
    "LOW_FP, 37.71926939821088, -1.2280730601789118, 1.0, 2, 0",
    "LOW_FN, 44.389422830334176, -3.3415865754498744, 0.625, 4, 48"
  })
  void theBestThresholdIsThatOfTheReference(
      NabProfile profile, double score, double raw, double threshold, int found, int falsePoints) {
    NabResult best = scorer.best(profile);
    assertEquals(score, best.score(), 1e-9);
    assertEquals(raw, best.raw(), 1e-9);
    assertEquals(threshold, best.threshold());
    assertEquals(found, best.windowsFound());
    assertEquals(5, best.windows());
    assertEquals(falsePoints, best.falsePoints());
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 0.5, 3.597493977448476, 5, 87",
    "LOW_FP, 0.75, -14.655332785964763, 2, 25",
    "LOW_FN, 0.25, -54.13686731825505, 5, 216"
  })
  void aGivenThresholdIsScoredLikeTheReference(
      NabProfile profile, double threshold, double score, int found, int falsePoints) {
    NabResult result = scorer.at(profile, threshold);
    assertEquals(score, result.score(), 1e-9);
    assertEquals(found, result.windowsFound());
    assertEquals(falsePoints, result.falsePoints());
  }

  @Test
  void silenceIsZeroAndAnAlarmAtTheLeftEdgeOfEachWindowAHundred() {
    LabelledSeries file = file(1_000, new Segment(400, 450), new Segment(700, 750));
    double[] silent = new double[1_000];
    double[] perfect = new double[1_000];
    perfect[400] = 1;
    perfect[700] = 1;
    double[] late = new double[1_000];
    late[450] = 1;
    late[750] = 1;
    assertEquals(0, scored(file, silent));
    assertEquals(100, scored(file, perfect), 1e-9);
    assertTrue(scored(file, late) > 50 && scored(file, late) < 55);
  }

  @Test
  void halvesAddUpToTheWhole() {
    LabelledSeries one = file(1_000, new Segment(400, 450));
    LabelledSeries two = file(900, new Segment(300, 350), new Segment(700, 750));
    double[] first = IntStream.range(0, 1_000).mapToDouble(i -> i % 97 / 97.0).toArray();
    double[] second = IntStream.range(0, 900).mapToDouble(i -> i % 89 / 89.0).toArray();
    NabResult whole =
        new NabScorer(List.of(one, two), List.of(first, second)).at(NabProfile.STANDARD, 0.98);
    NabResult half = new NabScorer(List.of(one), List.of(first)).at(NabProfile.STANDARD, 0.98);
    NabResult rest = new NabScorer(List.of(two), List.of(second)).at(NabProfile.STANDARD, 0.98);
    assertEquals(whole.score(), half.and(rest).score(), 1e-9);
    assertEquals(whole.falsePoints(), half.and(rest).falsePoints());
  }

  private static double scored(LabelledSeries file, double[] scores) {
    return new NabScorer(List.of(file), List.of(scores)).at(NabProfile.STANDARD, 1).score();
  }

  private static LabelledSeries file(int size, Segment... windows) {
    return new LabelledSeries(
        "t", "t.csv", new long[size], new double[size], Arrays.asList(windows));
  }
}
