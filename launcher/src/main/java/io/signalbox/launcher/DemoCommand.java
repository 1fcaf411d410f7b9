// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.Truth;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.output.FileOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows in a few minutes, with nothing but a JDK, what Signalbox does. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Simulates an hour of a web shop with three faults, runs all jobs over its telemetry on an",
      "embedded Flink, and shows the incidents found beside what really went wrong."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String[] FAULTS = {
    "bad-deploy:payment@20m+8m", "dependency-outage:shipping@36m+5m", "slow-edge@48m+6m"
  };

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out/demo",
      showDefaultValue = Visibility.ALWAYS,
      description = "Where everything goes.")
  private Path out = Path.of("out/demo");

  @Option(
      names = "--seed",
      defaultValue = "1",
      showDefaultValue = Visibility.ALWAYS,
      description = "Another seed, another hour.")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Path world = out.resolve("world");
    say(err, "1/3 simulating an hour of a shop with three faults ...");
    Path truth = simulate(world);
    say(err, "2/3 running all jobs over it on an embedded Flink ...");
    List<Path> captures =
        CaptureFile.find(world).stream().filter(file -> !file.equals(truth)).toList();
    Path found = out.resolve("found");
    EmbeddedReplay.of(captures, found, 2, Backend.HASHMAP, JobOptions.of()).run();
    say(err, "3/3 writing the report ...");
    FoundFiles.tell(found, truth, spec.commandLine().getOut());
    return 0;
  }

  private Path simulate(Path world) throws IOException {
    FaultOrder[] faults = new FaultOrder[FAULTS.length];
    for (int i = 0; i < faults.length; i++) {
      faults[i] = FaultOrder.parse(FAULTS[i]);
    }
    Truth truth;
    try (FileOutput output = new FileOutput(world)) {
      truth = Simulation.run(SimulationOptions.shop(seed, faults), output);
    }
    return Files.writeString(world.resolve("truth.json"), truth.toJson());
  }

  private static void say(PrintWriter err, String what) {
    err.println("signalbox: " + what);
    err.flush();
  }
}
