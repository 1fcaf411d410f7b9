// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.incidents.unseen.FaultFigure;
import io.signalbox.benchmarks.incidents.unseen.SystemFigure;
import io.signalbox.benchmarks.incidents.unseen.SystemRun;
import io.signalbox.benchmarks.incidents.unseen.UnseenTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts incidents to faults in systems left to chance. */
@Command(
    name = "incidents",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Simulates systems left to chance in which one thing after another goes wrong, runs all jobs"
          + " over them with the shipped options, and prints how soon and how rightly incidents"
          + " name the causes; then, in quiet systems, how many incidents are false."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./signalbox evaluate incidents",
      "  ./signalbox evaluate incidents --seeds 7 --quiet-seeds 8 --faults 9"
    })
final class EvaluateIncidentsCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "S",
      defaultValue = "11,12,13,14,15",
      description = "Systems with faults; rules were shaped on 1 to 5.")
  private List<Long> seeds = List.of();

  @Option(
      names = "--quiet-seeds",
      arity = "0..*",
      split = ",",
      paramLabel = "S",
      description = "Systems in which nothing goes wrong.")
  private List<Long> quietSeeds = List.of();

  @Option(names = "--faults", defaultValue = "6", description = "Faults in each system.")
  private int faults;

  @Option(names = "--parallelism", defaultValue = "2", description = "Tasks of each operator.")
  private int parallelism;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out/incidents",
      description = "Where systems, and what is found in them, are left.")
  private Path out = Path.of("out/incidents");

  @Override
  public Integer call() throws Exception {
    List<SystemFigure> systems = run(seeds, faults);
    List<SystemFigure> quiet = run(quietSeeds, 0);
    List<String> lines = new ArrayList<>();
    if (!systems.isEmpty()) {
      lines.addAll(UnseenTables.kinds(systems).text());
    }
    List<SystemFigure> all = new ArrayList<>(systems);
    all.addAll(quiet);
    lines.addAll(UnseenTables.systems(all).text());
    return output.write(
        "unseen-systems",
        Map.of("seeds", seeds, "quiet_seeds", quietSeeds, "faults", faults),
        Map.of("systems", systems, "quiet", quiet),
        lines);
  }

  private List<SystemFigure> run(List<Long> some, int wrong) throws Exception {
    SystemRun run = new SystemRun(out, wrong, parallelism);
    List<SystemFigure> figures = new ArrayList<>();
    for (long seed : some) {
      SystemFigure figure = run.run(seed);
      figures.add(figure);
      figure.faults().forEach(fault -> output.progress(line(seed, fault)));
      figure.spurious().forEach(title -> output.progress(seed + " of no fault: " + title));
    }
    return figures;
  }

  private static String line(long seed, FaultFigure fault) {
    return seed
        + " "
        + fault.kind()
        + " of "
        + fault.culprit()
        + ": "
        + (fault.covered() ? "rank " + fault.rank() + ", " + fault.title() : "missed");
  }
}
