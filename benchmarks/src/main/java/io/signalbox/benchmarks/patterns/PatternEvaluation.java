// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.simulator.Simulation;
import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.Truth;
import io.signalbox.simulator.output.FileOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Runs all jobs over simulated stories and over quiet worlds, and compares what patterns recognise
 * with the truth.
 *
 * @param out folder for the worlds and what is found in them
 * @param seed decides everything left to chance in the worlds
 * @param parallelism tasks of each operator
 */
public record PatternEvaluation(Path out, long seed, int parallelism) {
  /**
   * Simulates a story, runs all jobs over it and judges what they recognise.
   *
   * @throws Exception what Flink throws when the job fails
   */
  public StoryFigure run(Scenario scenario) throws Exception {
    Path folder = out.resolve(scenario.label());
    Truth truth = simulate(scenario.world(seed), folder.resolve("world"));
    FoundMatches found = replay(folder.resolve("world"), folder.resolve("found"));
    return StoryFigure.of(scenario, truth.faults().get(0), found);
  }

  /**
   * Simulates a shop in which nothing goes wrong.
   *
   * @param lasting event time
   * @throws Exception what Flink throws when the job fails
   */
  public QuietFigure quietShop(Duration lasting) throws Exception {
    Path folder = out.resolve("quiet-shop");
    SimulationOptions options =
        new SimulationOptions(
            SimulationOptions.SERVICES,
            SimulationOptions.RATE,
            lasting,
            SimulationOptions.START,
            seed,
            List.of(),
            true);
    simulate(options, folder.resolve("world"));
    return QuietFigure.of(
        "simulated shop", replay(folder.resolve("world"), folder.resolve("found")));
  }

  /**
   * Replays a capture in which nothing went wrong.
   *
   * @throws Exception what Flink throws when the job fails
   */
  public QuietFigure quietCapture(String name, Path capture) throws Exception {
    return QuietFigure.of(name, replay(capture, out.resolve(name).resolve("found")));
  }

  /** Simulates a world, with the truth about it beside it. */
  public static Truth simulate(SimulationOptions options, Path world) throws IOException {
    Truth truth;
    try (FileOutput output = new FileOutput(world)) {
      truth = Simulation.run(options, output);
    }
    Files.writeString(world.resolveSibling("truth.json"), truth.toJson());
    return truth;
  }

  private FoundMatches replay(Path captures, Path found) throws Exception {
    List<Path> files = CaptureFile.find(captures);
    EmbeddedReplay.of(files, found, parallelism, Backend.HASHMAP, JobOptions.of()).run();
    return FoundMatches.read(found);
  }
}
