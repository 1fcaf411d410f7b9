// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.benchmarks.incidents.Complaints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answers of a model before and after one change, each side in many orders. A row keeps its
 * values together.
 *
 * @param stream name of the file
 * @param channels what is watched, each for itself, by one budget of false alarms; the first report
 *     of any counts
 * @param orders how many
 * @param early share of orders with a report before the change
 * @param noticed share of orders with one after it
 * @param meanDelay rows until it, of those with one; NaN when there is none
 */
public record ShuffledAnswers(
    String stream,
    List<String> channels,
    int orders,
    double early,
    double noticed,
    double meanDelay) {

  /**
   * Shuffles a file with one change of version.
   *
   * @return what outcomes alone show, then what all that is known of answers shows
   */
  public static List<ShuffledAnswers> of(Path file, int orders, long seed) {
    AnswerStream answers = AnswerStream.read(file, new Complaints());
    if (!answers.values().containsKey(AnswerChannel.OUTCOME) || answers.switches().size() != 1) {
      throw new IllegalArgumentException(file + " is to hold outcomes and one change of version");
    }
    return List.of(
        of(file, answers, EnumSet.of(AnswerChannel.OUTCOME), orders, seed),
        of(file, answers, answers.values().keySet(), orders, seed));
  }

  private static ShuffledAnswers of(
      Path file, AnswerStream answers, Set<AnswerChannel> channels, int orders, long seed) {
    int at = answers.switches().get(0);
    List<Integer> before = rows(0, at);
    List<Integer> after = rows(at, answers.versions().size());
    Random random = new Random(seed);
    int early = 0;
    int noticed = 0;
    long delays = 0;
    for (int order = 0; order < orders; order++) {
      Collections.shuffle(before, random);
      Collections.shuffle(after, random);
      int alarm = 0;
      int delay = 0;
      for (AnswerChannel channel : channels) {
        List<Double> values = answers.values().getOrDefault(channel, List.of());
        AnswerChannel.Watch watch = channel.watch(channels.size());
        alarm = sooner(alarm, first(watch, before, values));
        delay = sooner(delay, first(watch, after, values));
      }
      early += alarm > 0 ? 1 : 0;
      noticed += delay > 0 ? 1 : 0;
      delays += delay;
    }
    return new ShuffledAnswers(
        file.getFileName().toString(),
        channels.stream().map(AnswerChannel::told).toList(),
        orders,
        (double) early / orders,
        (double) noticed / orders,
        (double) delays / noticed);
  }

  private static List<Integer> rows(int from, int to) {
    return IntStream.range(from, to).boxed().collect(Collectors.toCollection(ArrayList::new));
  }

  /** The sooner of two reports, 0 when there is none. */
  private static int sooner(int one, int other) {
    return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
  }

  /** Rows up to the first report, from 1; 0 when there is none. */
  private static int first(AnswerChannel.Watch watch, List<Integer> rows, List<Double> values) {
    int first = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (watch.add(values.get(rows.get(i))) != null && first == 0) {
        first = i + 1;
      }
    }
    return first;
  }
}
