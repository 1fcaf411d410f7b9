// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.simulator.output.SimulationOutput;
import io.signalbox.testbed.stories.QuietHourStory;
import io.signalbox.testbed.stories.SpreadOutput;
import io.signalbox.testbed.stories.SteadyCalls;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets an hour pass in which nothing happens. */
@Command(
    name = "quiet-hour",
    mixinStandardHelpOptions = true,
    description = {
      "Runs detect and correlate on a real cluster over two services that never do anything unusual,"
          + " until after an hour of event time most calls fail; and once more without the hour.",
      "Exit status 1 when event time, progress or checkpoints stand still in the hour, or the incident"
          + " opens later after its onset than without the hour."
    })
final class QuietHourCommand implements Callable<Integer> {
  /** Seconds of event time per second: the hour takes a minute. */
  private static final double PACE = 60;

  @Mixin private final ClusterOptions options = new ClusterOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> problems =
        new QuietHourStory(
                options.settings(), QuietHourCommand::send, line -> UpCommand.say(out, line))
            .run();
    problems.forEach(problem -> UpCommand.say(out, problem));
    UpCommand.say(out, problems.isEmpty() ? "passed" : "FAILED");
    return problems.isEmpty() ? 0 : 1;
  }

  private static void send(SteadyCalls world, String brokers) throws IOException {
    try (SimulationOutput output =
        new PacedOutput(new SpreadOutput(brokers), world.start(), PACE)) {
      world.run(output);
    }
  }
}
