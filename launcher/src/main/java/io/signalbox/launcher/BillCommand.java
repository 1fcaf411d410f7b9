// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.BillStory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills a TaskManager while prices are mended, and compares the bill. */
@Command(
    name = "bill",
    mixinStandardHelpOptions = true,
    description = {
      "Runs detect and finops over GenAI spans and usage events from Kafka while prices leap, are"
          + " mended, come late and are approved, kills a TaskManager by SIGKILL in the middle, and"
          + " compares committed rows and totals with those of the command cost.",
      "Exit status 1 when one digit differs."
    })
final class BillCommand implements Callable<Integer> {
  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(
      names = "--idle",
      defaultValue = "15s",
      paramLabel = "<duration>",
      description = {
        "Wall time after which a silent partition holds up no one (default ${DEFAULT-VALUE}).",
        "A short one makes usages late after the restart."
      })
  private String idle;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> differences =
        new BillStory(options.settings(), idle, line -> UpCommand.say(out, line)).run();
    differences.forEach(line -> UpCommand.say(out, line));
    UpCommand.say(
        out, differences.isEmpty() ? "the bill is the same, to the last digit" : "FAILED");
    return differences.isEmpty() ? 0 : 1;
  }
}
