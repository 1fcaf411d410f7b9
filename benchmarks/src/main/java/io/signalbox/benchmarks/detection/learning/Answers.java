// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.benchmarks.detection.events.EventCounter;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is to be learned about the examples of a series.
 *
 * <p>A segment says "yes" in the points in which it is to be found, and nothing after them; all of
 * a short segment weighs as much as half as many points would. A window of NAB is wide and says of
 * none of its points that it is meant: the three that look most abnormal so far, early ones rather
 * than late ones, are. The beginning of a series says nothing.
 *
 * @param yes by example
 * @param weight by example; 0 for one that says nothing
 */
record Answers(boolean[] yes, double[] weight) {
  private static final int MEANT = 3;
  private static final double LATENESS = 0.5;
  private static final double NAB_WEIGHT = 6;
  private static final double MS_CLOUD_WEIGHT = 4;
  private static final double MADE_WEIGHT = 1;
  private static final double FAULT_WEIGHT = 2;
  private static final int PROMPT = EventCounter.PROMPT;

  /**
   * Asks the labels of a series.
   *
   * @param looks how abnormal each example looks so far, log-odds
   */
  static Answers of(Examples examples, double[] looks) {
    Answers answers = new Answers(new boolean[examples.size()], new double[examples.size()]);
    boolean windows = examples.series().set().equals(LabelledSets.NAB);
    double each = weightOf(examples.series().set());
    int from = silent(examples);
    for (int i = 0; i < examples.size(); i++) {
      answers.weight[i] = examples.rows().get(i) >= from ? each : 0;
    }
    for (Segment segment : examples.series().segments()) {
      if (windows) {
        answers.window(examples, segment, looks);
      } else {
        answers.segment(examples, segment, each);
      }
    }
    return answers;
  }

  private static double weightOf(String set) {
    return switch (set) {
      case LabelledSets.NAB -> NAB_WEIGHT;
      case LabelledSets.MS_CLOUD -> MS_CLOUD_WEIGHT;
      case MadeSeries.SET -> MADE_WEIGHT;
      default -> 1;
    };
  }

  /** Rows at the beginning that say nothing; of made series those were left out before. */
  private static int silent(Examples examples) {
    return switch (examples.series().set()) {
      case LabelledSets.NAB -> probation(examples) / 2;
      case MadeSeries.SET -> 0;
      default -> EventCounter.firstRow(examples.series()) / 2;
    };
  }

  private static int probation(Examples examples) {
    return (int) Math.min(0.15 * examples.series().size(), 750);
  }

  private static IntStream in(Examples examples, Segment segment) {
    return IntStream.range(examples.from(segment.first()), examples.from(segment.last() + 1));
  }

  private void segment(Examples examples, Segment segment, double each) {
    int length = segment.last() - segment.first() + 1;
    double clear = examples.series().set().equals(MadeSeries.SET) ? FAULT_WEIGHT : each;
    double prompt = clear * StrictMath.sqrt((double) PROMPT / Math.min(PROMPT, length));
    in(examples, segment)
        .forEach(
            i -> {
              yes[i] = examples.rows().get(i) - segment.first() < PROMPT;
              weight[i] = yes[i] ? prompt : 0;
            });
  }

  private void window(Examples examples, Segment window, double[] looks) {
    double width = Math.max(1, window.last() - window.first());
    Comparator<Integer> best =
        Comparator.comparingDouble(
            i -> {
              double place = (examples.rows().get(i) - window.first()) / width;
              return LATENESS * place * place - looks[i];
            });
    in(examples, window).forEach(i -> weight[i] = 0);
    in(examples, window)
        .boxed()
        .sorted(best)
        .limit(MEANT)
        .forEach(
            i -> {
              yes[i] = true;
              weight[i] = NAB_WEIGHT * PROMPT / MEANT;
            });
  }
}
