// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.benchmarks.incidents.Complaints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The outcomes of a model before and after one change, each side in many orders.
 *
 * @param stream name of the file
 * @param orders how many
 * @param early share of orders with an alarm before the change
 * @param noticed share of orders with an alarm after it
 * @param meanDelay rows until it, of those with one; NaN when there is none
 */
public record ShuffledAnswers(
    String stream, int orders, double early, double noticed, double meanDelay) {

  /** Shuffles a file with one change of version. */
  public static ShuffledAnswers of(Path file, int orders, long seed) {
    AnswerStream answers = AnswerStream.read(file, new Complaints());
    List<Double> outcomes = answers.values().get(AnswerChannel.OUTCOME);
    if (outcomes == null || answers.switches().size() != 1) {
      throw new IllegalArgumentException(file + " is to hold outcomes and one change of version");
    }
    int at = answers.switches().get(0);
    List<Double> before = new ArrayList<>(outcomes.subList(0, at));
    List<Double> after = new ArrayList<>(outcomes.subList(at, outcomes.size()));
    Random random = new Random(seed);
    int early = 0;
    int noticed = 0;
    long delays = 0;
    for (int order = 0; order < orders; order++) {
      Collections.shuffle(before, random);
      Collections.shuffle(after, random);
      AnswerChannel.Watch watch = AnswerChannel.OUTCOME.watch();
      early += first(watch, before) > 0 ? 1 : 0;
      int delay = first(watch, after);
      noticed += delay > 0 ? 1 : 0;
      delays += delay;
    }
    return new ShuffledAnswers(
        file.getFileName().toString(),
        orders,
        (double) early / orders,
        (double) noticed / orders,
        (double) delays / noticed);
  }

  /** Rows up to the first report, from 1; 0 when there is none. */
  private static int first(AnswerChannel.Watch watch, List<Double> values) {
    int first = 0;
    for (int i = 0; i < values.size(); i++) {
      if (watch.add(values.get(i)) != null && first == 0) {
        first = i + 1;
      }
    }
    return first;
  }
}
