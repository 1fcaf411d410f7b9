// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.benchmarks.detection.events.EventCounter;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be learned about the examples of a series.
 *
 * <p>A label says that something is abnormal in a stretch, not that every point of it is. So of a
 * stretch only those points say "yes" that look most abnormal so far, and the others say nothing:
 * two of the first points of a segment, in which it is to be found, and three of a window of NAB,
 * early ones rather than late ones. The beginning of a series says nothing either.
 *
 * @param yes by example
 * @param weight by example; 0 for one that says nothing
 */
record Answers(boolean[] yes, double[] weight) {
  private static final int MEANT_OF_A_WINDOW = 3;
  private static final int MEANT_OF_A_SEGMENT = 2;

  /** Log-odds that the last point of a window must look more abnormal than its first one. */
  private static final double LATENESS = 0.5;

  /** What a stretch weighs against a value outside. */
  private static final double STRETCH = 8;

  /**
   * Asks the labels of a series.
   *
   * @param looks how abnormal each example looks so far, log-odds
   */
  static Answers of(Examples examples, double[] looks) {
    Answers answers = new Answers(new boolean[examples.size()], new double[examples.size()]);
    double each = weightOf(examples.series().set());
    int from = EventCounter.firstRow(examples.series()) / 2;
    for (int i = 0; i < examples.size(); i++) {
      answers.weight[i] = examples.rows().get(i) >= from ? each : 0;
    }
    for (Segment segment : examples.series().segments()) {
      answers.say(examples, segment, looks, each);
    }
    return answers;
  }

  /** So that a set of few values counts beside a set of many. */
  private static double weightOf(String set) {
    return switch (set) {
      case LabelledSets.NAB -> 6;
      case LabelledSets.MS_CLOUD -> 4;
      default -> 1;
    };
  }

  private void say(Examples examples, Segment stretch, double[] looks, double each) {
    boolean window = examples.series().set().equals(LabelledSets.NAB);
    int first = examples.from(stretch.first());
    int after = examples.from(stretch.last() + 1);
    int found = window ? after : Math.min(after, examples.from(prompt(stretch)));
    double width = Math.max(1, stretch.last() - stretch.first());
    Comparator<Integer> best =
        Comparator.comparingDouble(
            i -> {
              double place = (examples.rows().get(i) - stretch.first()) / width;
              return (window ? LATENESS * place * place : 0) - looks[i];
            });
    List<Integer> meant =
        IntStream.range(first, found)
            .boxed()
            .sorted(best)
            .limit(window ? MEANT_OF_A_WINDOW : MEANT_OF_A_SEGMENT)
            .toList();
    IntStream.range(first, after).forEach(i -> weight[i] = 0);
    for (int i : meant) {
      yes[i] = true;
      weight[i] = each * STRETCH / meant.size();
    }
  }

  private static int prompt(Segment segment) {
    return segment.first() + EventCounter.PROMPT;
  }
}
