// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.detection.evaluation.DetectionEvaluation;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures;
import io.signalbox.benchmarks.detection.evaluation.Detectors;
import io.signalbox.benchmarks.detection.evaluation.EvaluationSettings;
import io.signalbox.benchmarks.detection.evaluation.EvaluationTables;
import io.signalbox.benchmarks.detection.evaluation.HeldOutEvaluation;
import io.signalbox.benchmarks.detection.evaluation.MeasuredSection;
import io.signalbox.benchmarks.detection.evaluation.Table;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.learning.BoostingSettings;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** Puts detectors to the labelled series. */
@Command(
    name = "detection",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts the detector of the jobs, and others, to labelled series and prints what they find: the"
          + " score of NAB, events found and false alarms, alarms against their budget, delay and"
          + " cost. docs/detection.md says how each is measured. With --plot it draws series instead."
    },
    footerHeading = "%nDetectors:%n",
    footer = {
      "  ours          the detector of the jobs, as shipped",
      "  rcf           Random Cut Forest 4.4.0; some 60 us a point, so it leaves",
      "                out aiops unless --slow",
      "  ewma          exponentially weighted deviations, alpha 0.003 and 0.03",
      "  holt-winters  additive, with a season of a day",
      "",
      "Examples:",
      "  ./signalbox evaluate detection --detector ours",
      "  ./signalbox evaluate detection --folds 2,sets",
      "  ./signalbox evaluate detection --out plots \\",
      "      --plot nab/realKnownCause/nyc_taxi.csv"
    })
final class EvaluateDetectionCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Labelled data (default: $SIGNALBOX_DATA, else ../shared/data).")
  private @Nullable Path data;

  @Option(
      names = "--set",
      split = ",",
      paramLabel = "SET",
      defaultValue = "nab,ms-cloud,aiops",
      showDefaultValue = Visibility.ALWAYS,
      description = "Sets to run.")
  private List<String> sets = List.of();

  @Option(
      names = "--detector",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "ours,ewma,holt-winters,rcf",
      showDefaultValue = Visibility.ALWAYS,
      description = "Detectors to run.")
  private List<String> detectors = List.of();

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "1",
      showDefaultValue = Visibility.ALWAYS,
      description = "False alarms a series may raise in a week, for detectors that keep to one.")
  private double budget = 1;

  @Option(names = "--slow", description = "Run slow detectors on the largest set too: minutes.")
  private boolean slow;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where scores, or pictures, are left (pictures: default ${sys:user.dir}).")
  private @Nullable Path out;

  @Option(
      names = "--plot",
      arity = "1..*",
      paramLabel = "SERIES",
      description = "Draw these, such as nab/realKnownCause/nyc_taxi.csv, or files of your own.")
  private List<String> plots = List.of();

  @Option(
      names = "--folds",
      split = ",",
      paramLabel = "HOW",
      description = {
        "Learn the weights of the detector anew, and judge only series that were not learned from:",
        "2 = even and odd files of every set, sets = each set by the others."
      })
  private List<String> folds = List.of();

  @Option(
      names = "--record",
      description = "Put the tables into docs/detection.md, for a run that is to be kept.")
  private boolean record;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Path folder = LabelledFolder.of(data);
    List<Detector> chosen = chosen();
    checkFolds();
    if (!plots.isEmpty()) {
      Path to = out == null ? Path.of("") : out;
      new PlotSeries(folder, sets, to, spec.commandLine()).draw(plots, chosen.get(0));
      return 0;
    }
    EvaluationSettings settings =
        new EvaluationSettings(present(folder), List.copyOf(detectors), budget, slow);
    if (!folds.isEmpty()) {
      heldOut(folder, settings);
      return 0;
    }
    DetectionEvaluation evaluation =
        new DetectionEvaluation(folder, settings, out, line -> say(err, line));
    List<DetectorFigures> figures = new ArrayList<>();
    for (Detector detector : chosen) {
      figures.add(evaluation.run(detector));
    }
    report("detection", settings, figures, EvaluationTables.IN_SAMPLE);
    return 0;
  }

  private void heldOut(Path folder, EvaluationSettings settings) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    HeldOutEvaluation evaluation =
        new HeldOutEvaluation(folder, settings, BoostingSettings.shipped(), line -> say(err, line));
    List<DetectorFigures> figures = new ArrayList<>();
    for (String how : folds) {
      figures.add(how.equals("2") ? evaluation.halves() : evaluation.sets());
    }
    report("detection-folds", settings, figures, EvaluationTables.HELD_OUT);
  }

  private void checkFolds() {
    for (String how : folds) {
      if (!how.equals("2") && !how.equals("sets")) {
        throw new ParameterException(spec.commandLine(), "--folds is 2 or sets, not " + how);
      }
    }
  }

  private List<Detector> chosen() {
    List<Detector> chosen = new ArrayList<>();
    for (String name : detectors) {
      try {
        chosen.addAll(Detectors.named(name, budget));
      } catch (IllegalArgumentException unknown) {
        throw new ParameterException(spec.commandLine(), unknown.getMessage());
      }
    }
    return chosen;
  }

  private List<String> present(Path folder) {
    List<String> present = new ArrayList<>();
    for (String set : sets) {
      if (!LabelledSets.ALL.contains(set)) {
        throw new ParameterException(
            spec.commandLine(), "no set " + set + ": one of " + LabelledSets.ALL);
      }
      if (LabelledSets.isThere(folder, set)) {
        present.add(set);
      } else {
        say(
            spec.commandLine().getErr(),
            "left out: " + LabelledSets.folder(folder, set) + " is absent");
      }
    }
    if (present.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no labelled data below " + folder + ": name its folder by --data");
    }
    return present;
  }

  private void report(
      String bench, EvaluationSettings settings, List<DetectorFigures> figures, String learned)
      throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    List<Table> tables = EvaluationTables.of(figures, budget, learned);
    for (Table table : tables) {
      to.println();
      table.text().forEach(to::println);
    }
    Path root = ClusterOptions.root();
    Path file = BenchResults.write(root, bench, Instant.now(), settings, figures);
    String name = String.valueOf(root.relativize(file));
    to.println();
    say(to, "results: " + name);
    if (record) {
      boolean heldOut = !folds.isEmpty();
      String section = heldOut ? MeasuredSection.HELD_OUT : MeasuredSection.MEASURED;
      String options = heldOut ? "--folds " + String.join(",", folds) + " --record" : "--record";
      String source =
          "Written by `./signalbox evaluate detection " + options + "` from `" + name + "`.";
      MeasuredSection.write(root.resolve("docs/detection.md"), section, source, tables);
    }
  }

  private static void say(PrintWriter to, String line) {
    to.println(line);
    to.flush();
  }
}
