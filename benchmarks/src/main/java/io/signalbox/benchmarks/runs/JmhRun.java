// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What JMH says of one benchmark.
 *
 * @param benchmark class and method
 * @param parameters of the benchmark, by name
 * @param score mean time or rate
 * @param error half the width of its 99.9% interval, NaN with too few iterations
 * @param unit of score and error
 * @param bytesPerOperation allocated on the heap, NaN when it was not measured
 */
public record JmhRun(
    String benchmark,
    Map<String, String> parameters,
    double score,
    double error,
    String unit,
    double bytesPerOperation) {

  /**
   * How long to measure.
   *
   * @param forks JVMs of each benchmark, at least 0; 0 measures in this one
   * @param warmUp iterations before
   * @param iterations measured
   * @param seconds of one iteration
   */
  public record Effort(int forks, int warmUp, int iterations, double seconds) {}

  /**
   * Runs all benchmarks whose name a regular expression finds.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static List<JmhRun> all(String pattern, Effort effort) throws RunnerException {
    TimeValue time = TimeValue.milliseconds(Math.max(1, Math.round(1e3 * effort.seconds())));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(pattern)
            .addProfiler(GCProfiler.class)
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .forks(effort.forks())
            .warmupIterations(effort.warmUp())
            .warmupTime(time)
            .measurementIterations(effort.iterations())
            .measurementTime(time)
            .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");
    try {
      return new Runner(options.build()).run().stream().map(JmhRun::of).toList();
    } catch (NoBenchmarksException none) {
      throw new IllegalArgumentException("no benchmark is found by " + pattern, none);
    }
  }

  private static JmhRun of(RunResult result) {
    var parameters = new TreeMap<String, String>();
    for (String key : result.getParams().getParamsKeys()) {
      parameters.put(key, result.getParams().getParam(key));
    }
    Result<?> primary = result.getPrimaryResult();
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    String name = result.getParams().getBenchmark();
    int method = name.lastIndexOf('.');
    return new JmhRun(
        name.substring(name.lastIndexOf('.', method - 1) + 1),
        parameters,
        primary.getScore(),
        primary.getScoreError(),
        primary.getScoreUnit(),
        allocated == null ? Double.NaN : allocated.getScore());
  }

  /** The results as a table. */
  public static List<String> lines(List<JmhRun> runs) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "%-58s %14s %12s %-8s %12s", "benchmark", "score", "+-", "unit", "B/op"));
    for (JmhRun run : runs) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-58s %,14.3f %,12.3f %-8s %,12.1f",
              run.benchmark + (run.parameters.isEmpty() ? "" : " " + run.parameters),
              run.score,
              run.error,
              run.unit,
              run.bytesPerOperation));
    }
    return lines;
  }
}
