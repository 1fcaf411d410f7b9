// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import io.signalbox.benchmarks.runs.Medians;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds at a fixed rate say: medians over the rounds, of the longest latency the longest.
 *
 * @param spec what ran
 * @param offeredPerSecond points of the schedule
 * @param achievedPerSecond points sent
 * @param p50 median latency in milliseconds
 * @param p99 of a hundred points one waits longer
 * @param p999 of a thousand points one waits longer
 * @param max the longest of all rounds
 * @param cores cpu-seconds of the process a second
 * @param rounds the rounds themselves
 */
public record OpenLoopFigure(
    OpenLoopSpec spec,
    double offeredPerSecond,
    double achievedPerSecond,
    double p50,
    double p99,
    double p999,
    double max,
    double cores,
    List<OpenLoopResult> rounds) {

  /**
   * Takes the medians.
   *
   * @throws IllegalArgumentException when there are no rounds
   */
  static OpenLoopFigure of(OpenLoopSpec spec, List<OpenLoopResult> rounds) {
    return new OpenLoopFigure(
        spec,
        median(rounds, OpenLoopResult::offeredPerSecond),
        median(rounds, OpenLoopResult::achievedPerSecond),
        median(rounds, OpenLoopResult::p50),
        median(rounds, OpenLoopResult::p99),
        median(rounds, OpenLoopResult::p999),
        rounds.stream().mapToDouble(OpenLoopResult::max).max().orElse(0),
        median(rounds, OpenLoopResult::cores),
        rounds);
  }

  private static double median(
      List<OpenLoopResult> rounds, ToDoubleFunction<OpenLoopResult> figure) {
    return Medians.of(rounds.stream().mapToDouble(figure).toArray());
  }

  /** The figures as a table. */
  public static List<String> lines(List<OpenLoopFigure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-8s %6s %11s %11s %9s %9s %9s %9s %6s %9s %8s %6s",
            "backend",
            "D ms",
            "offered/s",
            "achieved/s",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "max ms",
            "cores",
            "ckpt n/s",
            "ckpt MB",
            "k"));
    for (OpenLoopFigure figure : figures) {
      OpenLoopResult last = figure.rounds.get(figure.rounds.size() - 1);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-8s %6d %,11.0f %,11.0f %9.1f %9.1f %9.1f %9.1f %6.2f %9s %8.0f %6.1f",
              figure.spec.backend().name().toLowerCase(Locale.ROOT),
              figure.spec.disorderMs(),
              figure.offeredPerSecond,
              figure.achievedPerSecond,
              figure.p50,
              figure.p99,
              figure.p999,
              figure.max,
              figure.cores,
              String.format(
                  Locale.ROOT,
                  "%d/%.2f",
                  last.checkpoints().count(),
                  last.checkpoints().meanSeconds()),
              last.checkpoints().writtenMegabytes(),
              last.updatesPerCheckpoint()));
      if (figure.rounds.stream().anyMatch(round -> !round.complete())) {
        lines.add("  some points had no verdict two minutes later: it cannot keep up");
      }
    }
    return lines;
  }
}
