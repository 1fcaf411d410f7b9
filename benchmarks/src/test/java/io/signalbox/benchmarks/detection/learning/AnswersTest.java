// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final int ROWS = 1_000;

  @Test
  void theBeginningOfASeriesSaysNothing() {
    Answers answers = Answers.of(examples(LabelledSets.AIOPS, List.of()), new double[ROWS]);
    assertEquals(0, answers.weight()[99]);
    assertEquals(1, answers.weight()[100]);
    assertFalse(answers.yes()[500]);
  }

  @Test
  void aWindowOfNabMeansTheThreeThatLookMostAbnormalAndEarlyOnesRatherThanLate() {
    Examples examples = examples(LabelledSets.NAB, List.of(new Segment(500, 599)));
    double[] looks = new double[ROWS];
    looks[590] = 5;
    looks[550] = 1;
    looks[10] = 9;
    Answers answers = Answers.of(examples, looks);
    assertArrayEquals(new int[] {500, 550, 590}, yes(answers));
    assertEquals(0, answers.weight()[599]);
    assertTrue(answers.weight()[600] > 0);
  }

  @Test
  void nothingIsSaidOfASegmentAfterThePointsInWhichItIsToBeFound() {
    Examples examples = examples(LabelledSets.MS_CLOUD, List.of(new Segment(500, 599)));
    double[] looks = new double[ROWS];
    looks[507] = 1;
    looks[508] = 9;
    Answers answers = Answers.of(examples, looks);
    assertArrayEquals(IntStream.rangeClosed(500, 507).toArray(), yes(answers));
    assertEquals(0, answers.weight()[508]);
    assertEquals(0, answers.weight()[599]);
    assertTrue(answers.weight()[600] > 0);
  }

  @Test
  void aMadeSeriesSpeaksFromItsFirstExample() {
    Answers answers = Answers.of(examples(MadeSeries.SET, List.of()), new double[ROWS]);
    assertTrue(answers.weight()[0] > 0);
  }

  private static int[] yes(Answers answers) {
    return IntStream.range(0, ROWS).filter(i -> answers.yes()[i]).toArray();
  }

  private static Examples examples(String set, List<Segment> segments) {
    LabelledSeries series =
        new LabelledSeries(set, "a.csv", new long[ROWS], new double[ROWS], segments);
    List<double[]> features = IntStream.range(0, ROWS).mapToObj(i -> new double[1]).toList();
    return new Examples(series, IntStream.range(0, ROWS).boxed().toList(), features);
  }
}
