// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.CaptureReplay;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.output.FileOutput;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.DeployJar;
import io.signalbox.testbed.stories.LiveRuleStory;
import io.signalbox.testbed.stories.ReplayedRecords;
import io.signalbox.testbed.stories.Scenario;
import io.signalbox.testbed.stories.SpreadOutput;
import io.signalbox.testbed.stories.TimedRule;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes rules under a simulated shop and kills a TaskManager. */
@Command(
    name = "live-rule",
    mixinStandardHelpOptions = true,
    description = {
      "Runs detect and correlate on a real cluster over a simulated shop, publishes a pattern, a"
          + " symptom table and another version of the pattern, kills a TaskManager by SIGKILL as"
          + " soon as that is accepted, and compares symptoms and matches with an embedded replay.",
      "Exit status 1 when a rule is refused or takes more than 5 s, or one record is lost, too many"
          + " or changed."
    })
final class LiveRuleCommand implements Callable<Integer> {
  /** Seconds of event time per second: rules that take some seconds must not come too late. */
  private static final double PACE = 5;

  /** At five times the pace the usual ten seconds would leave what comes late two seconds. */
  private static final Duration DISORDER = Duration.ofSeconds(60);

  private static final SimulationOptions WORLD =
      new SimulationOptions(
          SimulationOptions.SERVICES,
          SimulationOptions.RATE,
          Duration.ofMinutes(21),
          SimulationOptions.START,
          1,
          List.of(FaultOrder.parse("bad-deploy@7m+5m")));

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(names = "--times", paramLabel = "N", description = "Runs (default 1).")
  private int times = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    ClusterSettings settings = options.settings();
    Path folder = settings.run().resolve("stories/live-rule-replay");
    List<TimedRule> rules = LiveRuleSamples.rules(WORLD.start());
    ReplayedRecords replayed = replay(folder, rules);
    LiveRuleStory story =
        new LiveRuleStory(
            settings, scenario(settings), rules, replayed, line -> UpCommand.say(out, line));
    int passed = story.run(times);
    UpCommand.say(out, "passed " + passed + " of " + times);
    return passed == times ? 0 : 1;
  }

  private static Instant end() {
    return WORLD.start().plus(WORLD.duration());
  }

  /** The same world and rules in one process, the rules known from the beginning. */
  private static ReplayedRecords replay(Path folder, List<TimedRule> rules) throws Exception {
    Path capture = Files.createDirectories(folder.resolve("world"));
    try (SimulationOutput output = new FileOutput(capture)) {
      Simulation.run(WORLD, output);
    }
    for (TimedRule rule : rules) {
      Path of = Files.createDirectories(folder.resolve(rule.topic()));
      Files.writeString(of.resolve(rule.id() + "-" + rule.version() + ".yaml"), rule.text());
    }
    JobOptions jobs =
        JobOptions.of(
            "--disorder",
            DISORDER.toSeconds() + "s",
            "--patterns.rules.folder",
            folder.resolve(Topics.PATTERN_RULES).toString(),
            "--symptoms.rules.folder",
            folder.resolve(Topics.SYMPTOM_RULES).toString());
    List<File> files = new ArrayList<>();
    for (SignalTopic topic : SignalTopic.values()) {
      files.add(capture.resolve(topic.file()).toFile());
    }
    CaptureReplay input = new CaptureReplay(files, DISORDER.toMillis(), false, jobs.sought());
    Path found = folder.resolve("found");
    new EmbeddedReplay(List.of(input), found, 2, Backend.HASHMAP, jobs).run();
    return new ReplayedRecords(
        found,
        List.of(Topics.SYMPTOMS, Topics.PATTERN_MATCHES),
        end().minus(DISORDER).minus(Duration.ofMinutes(1)));
  }

  private static Scenario scenario(ClusterSettings settings) throws IOException {
    String brokers = settings.ports().bootstrapServers();
    JobOptions defaults = JobOptions.of();
    List<String> disorder = List.of("--disorder", DISORDER.toSeconds() + "s");
    return new Scenario(
        List.of(
            DeployJar.submission(settings.root(), "detect", brokers, disorder),
            DeployJar.submission(settings.root(), "correlate", brokers, disorder)),
        LiveRuleCommand::feed,
        Arrays.stream(SignalTopic.values()).map(SignalTopic::topic).toList(),
        Stream.of(Job.DETECT, Job.CORRELATE)
            .flatMap(job -> job.writes(defaults).stream())
            .distinct()
            .toList(),
        List.of(),
        defaults.time().idle().plusSeconds(15));
  }

  private static void feed(String brokers) throws IOException {
    try (SimulationOutput output =
        new PacedOutput(new SpreadOutput(brokers), WORLD.start(), PACE)) {
      Simulation.run(WORLD, output);
    }
  }
}
