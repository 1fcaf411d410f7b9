// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.incidents.storm.StormBench;
import io.signalbox.benchmarks.incidents.storm.StormResult;
import io.signalbox.benchmarks.incidents.storm.StormSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Many faults at once in a large graph. */
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Storms of faults in a made graph, second by second of event time through the reasoning of",
      "correlation, without Flink, in a JVM of its own: how soon after its watermark a revision",
      "names the culprit first, how far incidents reach beyond what was injected, and how large the",
      "state is. What the figures mean: docs/benchmarks.md."
    })
final class BenchIncidentsCommand implements Callable<Integer> {
  private static final int EDGES_EACH = 10;
  private static final int HUB_SHARE = 5;

  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--services", defaultValue = "100000", description = "Services, at least 1,000.")
  private int services;

  @Option(names = "--edges", description = "Edges; by default ten for each service.")
  private int edges;

  @Option(
      names = "--hub-callers",
      description = "Callers of the hub; by default a fifth of the services.")
  private int hubCallers;

  @Option(
      names = "--activations",
      defaultValue = "5000",
      description = "Episodes that begin within ten seconds, in each storm.")
  private int activations;

  @Option(
      names = "--storms",
      defaultValue = "4",
      description = "Storms one after the other; the first one warms up.")
  private int storms;

  @Option(
      names = "--tasks",
      defaultValue = "4",
      description = "Tasks that learn edges, taken to run side by side.")
  private int tasks;

  @Option(names = "--seed", defaultValue = "1", description = "Of the graph and the faults.")
  private long seed;

  @Option(names = "--heap", defaultValue = "3g", description = "Heap of the run.")
  private String heap = "3g";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    StormSpec storm = settings();
    StormResult result = StormBench.run(storm, heap);
    return output.write("incidents", storm, result, result.lines());
  }

  private StormSpec settings() {
    try {
      return new StormSpec(
          services,
          edges == 0 ? EDGES_EACH * services : edges,
          hubCallers == 0 ? services / HUB_SHARE : hubCallers,
          activations,
          storms,
          tasks,
          seed);
    } catch (IllegalArgumentException bad) {
      throw new ParameterException(spec.commandLine(), bad.getMessage(), bad);
    }
  }
}
