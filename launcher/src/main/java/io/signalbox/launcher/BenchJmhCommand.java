// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.runs.JmhRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The JMH benchmarks of the hot paths. */
@Command(
    name = "jmh",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Runs the JMH benchmarks of the hot paths with the allocation profiler.")
final class BenchJmhCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      defaultValue = ".*",
      description = "A regular expression found in the names of those to run.")
  private String pattern = ".*";

  @Option(names = "--forks", defaultValue = "1", description = "JVMs of each benchmark.")
  private int forks;

  @Option(names = "--warm-up", defaultValue = "5", description = "Iterations before measuring.")
  private int warmUp;

  @Option(names = "--iterations", defaultValue = "5", description = "Iterations measured.")
  private int iterations;

  @Option(names = "--time", defaultValue = "1", description = "Seconds of one iteration.")
  private double seconds;

  @Override
  public Integer call() throws Exception {
    JmhRun.Effort effort = new JmhRun.Effort(forks, warmUp, iterations, seconds);
    List<JmhRun> runs = JmhRun.all(pattern, effort);
    return output.write("jmh", effort, runs, JmhRun.lines(runs));
  }
}
