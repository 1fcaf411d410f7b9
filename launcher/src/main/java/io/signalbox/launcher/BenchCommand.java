// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures how fast the jobs are on this machine, and plans others from that. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures how fast the jobs are on this machine, and plans others from that.",
    subcommands = {
      BenchDetectCommand.class,
      BenchPatternsCommand.class,
      BenchIncidentsCommand.class,
      BenchPagingCommand.class,
      BenchQualityCommand.class,
      BenchFinopsCommand.class,
      BenchRepricingCommand.class,
      BenchPlanCommand.class,
      BenchJmhCommand.class,
      BenchUsageCommand.class
    })
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }
}
