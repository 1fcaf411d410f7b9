// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures how good the answers are on labelled data. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures how good the answers are on labelled data.",
    subcommands = {
      EvaluateDetectionCommand.class,
      EvaluatePatternsCommand.class,
      EvaluateEnginesCommand.class,
      EvaluateDriftCommand.class,
      EvaluateQualityCommand.class,
      EvaluateIncidentsCommand.class
    })
final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }
}
