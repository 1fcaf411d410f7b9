// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.Truth;
import io.signalbox.simulator.hindsight.Hindsight;
import io.signalbox.simulator.hindsight.Statements;
import io.signalbox.simulator.output.FileOutput;
import io.signalbox.simulator.output.KafkaOutput;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the telemetry of a simulated shop, with faults to order and the truth beside it. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates a web shop and writes what a Collector would: OpenTelemetry metrics, spans and"
          + " logs, change events, and in truth.json what really went wrong. The same options"
          + " always give the same bytes.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./signalbox simulate --out world --fault bad-deploy:payment@20m+8m",
      "  ./signalbox replay --in world --out found",
      "  ./signalbox simulate --out world --hindsight --fault quality-drop@20m+10m",
      "  ./signalbox simulate --to kafka --bootstrap 127.0.0.1:19092 --services 1000 --pace 1"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", description = "Write files into this folder.")
  private @Nullable Path out;

  @Option(names = "--to", paramLabel = "kafka", description = "Write to Kafka instead of files.")
  private @Nullable String to;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Where Kafka is; needs --to kafka.")
  private @Nullable String bootstrap;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "Where the truth goes; DIR/truth.json with --out, else nowhere.")
  private @Nullable Path truth;

  @Option(
      names = "--pace",
      paramLabel = "X",
      description = "At most X seconds of event time per second; without it as fast as it can.")
  private @Nullable Double pace;

  @Option(
      names = "--hindsight",
      description =
          "Write too what turns out later: labels of answers, predictions of a classical model,"
              + " decisions of the support agent, and what came of them; needs --out.")
  private boolean hindsight;

  @Mixin private final WorldOptions world = new WorldOptions();

  @Override
  public Integer call() throws IOException {
    checkDestination();
    SimulationOptions options;
    Truth foretold;
    try {
      options = world.bind();
      foretold = Simulation.foretell(options);
    } catch (IllegalArgumentException problem) {
      throw wrong(String.valueOf(problem.getMessage()));
    }
    PrintWriter err = spec.commandLine().getErr();
    try (SimulationOutput output = new ProgressOutput(open(options), options, err)) {
      run(options, output);
    }
    writeTruth(foretold, err);
    return ExitCode.OK;
  }

  private void run(SimulationOptions options, SimulationOutput output) throws IOException {
    Statements said = new Statements(options.seed());
    Simulation.run(options, output, hindsight ? said : Hindsight.NONE);
    if (hindsight && out != null) {
      said.write(out);
    }
  }

  private void checkDestination() {
    if ((out == null) == (to == null)) {
      throw wrong("say where to write: either --out DIR or --to kafka --bootstrap HOST:PORT");
    }
    if (to != null && !to.equals("kafka")) {
      throw wrong("--to knows only kafka, not '" + to + "'");
    }
    if ((to == null) != (bootstrap == null)) {
      throw wrong("--to kafka and --bootstrap HOST:PORT go together");
    }
    if (hindsight && out == null) {
      throw wrong("--hindsight writes files: it needs --out DIR");
    }
    if (pace != null && !(pace > 0)) {
      throw wrong("--pace must be above 0");
    }
  }

  private SimulationOutput open(SimulationOptions options) throws IOException {
    SimulationOutput output = out != null ? new FileOutput(out) : kafka(options);
    return pace == null ? output : new PacedOutput(output, options.start(), pace);
  }

  private SimulationOutput kafka(SimulationOptions options) throws IOException {
    String hosts = String.valueOf(bootstrap);
    PrintWriter err = spec.commandLine().getErr();
    Retention.of(hosts).warnings(options.start(), Instant.now()).forEach(err::println);
    return new KafkaOutput(hosts);
  }

  private void writeTruth(Truth foretold, PrintWriter err) throws IOException {
    Path place = truth == null && out != null ? out.resolve("truth.json") : truth;
    if (place != null) {
      Files.writeString(place, foretold.toJson());
      err.println("signalbox: what really went wrong is in " + place);
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
