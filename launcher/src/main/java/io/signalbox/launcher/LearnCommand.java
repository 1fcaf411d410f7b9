// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Learns what ships from labelled data. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = "Learns the weights that ship from labelled data, the same from the same.",
    subcommands = {LearnDetectionCommand.class})
final class LearnCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }
}
