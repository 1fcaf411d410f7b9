// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.detection.evaluation.MeasuredSection;
import io.signalbox.benchmarks.detection.evaluation.Table;
import io.signalbox.benchmarks.patterns.PatternEvaluation;
import io.signalbox.benchmarks.patterns.PatternFigures;
import io.signalbox.benchmarks.patterns.PatternSettings;
import io.signalbox.benchmarks.patterns.PatternTables;
import io.signalbox.benchmarks.patterns.QuietFigure;
import io.signalbox.benchmarks.patterns.Scenario;
import io.signalbox.benchmarks.patterns.StoryFigure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts the failure patterns to simulated stories and quiet worlds. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates each of the 25 failure stories, runs all jobs over it, and prints whether its"
          + " pattern was recognised and how soon, and which others were; then counts false matches"
          + " in a quiet shop and in a real, quiet capture."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./signalbox evaluate patterns",
      "  ./signalbox evaluate patterns --scenario dns-failure,disk-full --quiet-hours 0"
    })
final class EvaluatePatternsCommand implements Callable<Integer> {
  private static final String CAPTURE = "otlp/captures/hostandcollector-otelmetrics.zst";

  @Option(
      names = "--scenario",
      split = ",",
      paramLabel = "KIND",
      description = "Only these stories, by kind of fault (default: all 25).")
  private List<String> only = List.of();

  @Option(
      names = "--quiet-hours",
      paramLabel = "N",
      defaultValue = "24",
      showDefaultValue = Visibility.ALWAYS,
      description = "Event time of the quiet shop of 12 services; 0 leaves quiet worlds out.")
  private int quietHours = 24;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the quiet capture is (default: $SIGNALBOX_DATA, else ../shared/data).")
  private @Nullable Path data;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      showDefaultValue = Visibility.ALWAYS,
      description = "Decides everything left to chance.")
  private long seed = 1;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "2",
      showDefaultValue = Visibility.ALWAYS,
      description = "Tasks of each operator.")
  private int parallelism = 2;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out/patterns",
      showDefaultValue = Visibility.ALWAYS,
      description = "Where worlds, and what is found in them, are left.")
  private Path out = Path.of("out/patterns");

  @Option(
      names = "--record",
      description = "Put the tables into docs/patterns.md, for a run that is to be kept.")
  private boolean record;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<Scenario> scenarios = chosen();
    PatternEvaluation evaluation = new PatternEvaluation(out, seed, parallelism);
    List<StoryFigure> stories = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      StoryFigure figure = evaluation.run(scenario);
      stories.add(figure);
      say(scenario.label() + (figure.matched() ? ": recognised" : ": not recognised"));
    }
    List<QuietFigure> quiet = quietHours > 0 ? quiet(evaluation) : List.of();
    report(scenarios, new PatternFigures(stories, quiet));
    return 0;
  }

  private List<Scenario> chosen() {
    List<Scenario> all = Scenario.all();
    for (String label : only) {
      if (all.stream().noneMatch(scenario -> scenario.label().equals(label))) {
        throw new ParameterException(
            spec.commandLine(),
            "no story '" + label + "': one of " + all.stream().map(Scenario::label).toList());
      }
    }
    return all.stream().filter(s -> only.isEmpty() || only.contains(s.label())).toList();
  }

  private List<QuietFigure> quiet(PatternEvaluation evaluation) throws Exception {
    List<QuietFigure> quiet = new ArrayList<>();
    quiet.add(evaluation.quietShop(Duration.ofHours(quietHours)));
    Path capture = LabelledFolder.of(data).resolve(CAPTURE);
    if (Files.exists(capture)) {
      quiet.add(evaluation.quietCapture("quiet-host", capture));
    } else {
      say("left out: " + capture + " is absent");
    }
    return quiet;
  }

  private void report(List<Scenario> scenarios, PatternFigures figures) throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    List<Table> tables = new ArrayList<>(List.of(PatternTables.stories(figures.stories())));
    if (!figures.quiet().isEmpty()) {
      tables.add(PatternTables.quiet(figures.quiet()));
    }
    for (Table table : tables) {
      to.println();
      table.text().forEach(to::println);
    }
    PatternSettings settings =
        new PatternSettings(
            scenarios.stream().map(Scenario::label).toList(),
            seed,
            Duration.ofHours(quietHours),
            figures.quiet().stream().map(QuietFigure::world).toList());
    Path root = ClusterOptions.root();
    Path file = BenchResults.write(root, "patterns", Instant.now(), settings, figures);
    String name = String.valueOf(root.relativize(file));
    to.println();
    to.println("results: " + name);
    to.flush();
    if (record) {
      String source = "Written by `./signalbox evaluate patterns --record` from `" + name + "`.";
      Path page = root.resolve("docs/patterns.md");
      MeasuredSection.write(page, MeasuredSection.MEASURED, source, tables);
    }
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("signalbox: " + line);
    err.flush();
  }
}
