// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.DeployJar;
import io.signalbox.testbed.stories.KillTaskManagerStory;
import io.signalbox.testbed.stories.Round;
import io.signalbox.testbed.stories.Scenario;
import io.signalbox.testbed.stories.SpreadOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills TaskManagers under a simulated shop and compares what the jobs have written. */
@Command(
    name = "kill-taskmanager",
    mixinStandardHelpOptions = true,
    description = {
      "Runs detect and correlate over a simulated shop, once undisturbed and then with a"
          + " TaskManager killed by SIGKILL in the middle, and compares all committed records.",
      "Exit status 1 when one record is lost, too many or changed."
    })
final class KillTaskManagerCommand implements Callable<Integer> {
  /** Seconds of event time per second: loads two cores without a backlog that never ends. */
  private static final double PACE = 10;

  /** At ten times the pace the usual ten seconds would leave what comes late one second. */
  private static final List<String> OPTIONS = List.of("--disorder", "60s");

  private static final Duration EVENT_TIME = Duration.ofMinutes(20);

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(names = "--times", paramLabel = "N", description = "Disturbed runs (default 1).")
  private int times = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    ClusterSettings settings = options.settings();
    KillTaskManagerStory story =
        new KillTaskManagerStory(settings, scenario(settings), line -> UpCommand.say(out, line));
    List<Round> rounds = story.run(times);
    long passed = rounds.stream().filter(Round::passed).count();
    UpCommand.say(out, "passed " + passed + " of " + times);
    return passed == times ? 0 : 1;
  }

  private static Scenario scenario(ClusterSettings settings) throws IOException {
    String brokers = settings.ports().bootstrapServers();
    JobOptions defaults = JobOptions.of();
    return new Scenario(
        List.of(
            DeployJar.submission(settings.root(), "detect", brokers, OPTIONS),
            DeployJar.submission(settings.root(), "correlate", brokers, OPTIONS)),
        KillTaskManagerCommand::feed,
        Arrays.stream(SignalTopic.values()).map(SignalTopic::topic).toList(),
        Stream.of(Job.DETECT, Job.CORRELATE)
            .flatMap(job -> job.writes(defaults).stream())
            .distinct()
            .toList(),
        List.of(),
        defaults.time().idle().plusSeconds(15));
  }

  private static void feed(String brokers) throws IOException {
    SimulationOptions world =
        new SimulationOptions(
            SimulationOptions.SERVICES,
            SimulationOptions.RATE,
            EVENT_TIME,
            SimulationOptions.START,
            1,
            List.of(FaultOrder.parse("bad-deploy@6m+5m"), FaultOrder.parse("slow-edge@13m+4m")));
    try (SimulationOutput output =
        new PacedOutput(new SpreadOutput(brokers), world.start(), PACE)) {
      Simulation.run(world, output);
    }
  }
}
