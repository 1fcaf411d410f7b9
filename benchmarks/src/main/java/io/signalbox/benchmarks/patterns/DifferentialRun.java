// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All cases, each on random traces of its own. */
public final class DifferentialRun {
  private DifferentialRun() {}

  /**
   * Compares the engines.
   *
   * @param patterns in the notation of {@link PatternCases}
   * @param seed of all traces
   * @param traces of each pattern
   * @param progress told after each pattern
   */
  public static List<DifferentialResult> run(
      List<String> patterns, long seed, int traces, Consumer<String> progress) {
    List<DifferentialResult> results = new ArrayList<>();
    for (String pattern : patterns) {
      DifferentialResult result = new Differential(pattern).run(seed + pattern.hashCode(), traces);
      results.add(result);
      progress.accept(
          String.format(
              Locale.ROOT,
              "%s: %,d matches, %d differences",
              pattern,
              result.matches(),
              result.differences().size()));
    }
    return results;
  }

  /** Sums up in words. */
  public static List<String> lines(List<DifferentialResult> results) {
    List<String> lines = new ArrayList<>();
    results.forEach(result -> lines.addAll(result.differences()));
    long ties = results.stream().mapToLong(DifferentialResult::ties).sum();
    long same = results.stream().mapToLong(DifferentialResult::sameOfItself).sum();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d patterns, %,d traces, %,d matches: %,d traces differ",
            results.size(),
            results.stream().mapToLong(DifferentialResult::traces).sum(),
            results.stream().mapToLong(DifferentialResult::matches).sum(),
            results.stream().mapToLong(result -> result.differences().size()).sum()));
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d choices among matches with one first event, left to flink-cep's heap: ours would"
                + " have chosen the same in %,d",
            ties,
            same));
    return lines;
  }
}
