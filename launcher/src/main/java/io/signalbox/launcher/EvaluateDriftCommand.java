// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.benchmarks.quality.RateChange;
import io.signalbox.benchmarks.quality.ShuffledAnswers;
import io.signalbox.benchmarks.quality.StationaryRate;
import io.signalbox.benchmarks.quality.WatchedFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how rarely the detector of changes is wrong, and how soon it is right. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Simulates rates that stay and rates that change, and thousands of segments that are all"
          + " watched; shuffles the answers of language models on both sides of their change of"
          + " version, and watches outcomes alone and all that is known of answers.",
      "Labelled streams are watched by: signalbox drift."
    })
final class EvaluateDriftCommand implements Callable<Integer> {
  private static final List<Double> RATES = List.of(.5, .2, .1, .05, .01, .002);

  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--events", defaultValue = "20000000", description = "Events of each rate.")
  private long events;

  @Option(names = "--runs", defaultValue = "200", description = "Runs of each change.")
  private int runs;

  @Option(names = "--orders", defaultValue = "1000", description = "Orders of each file.")
  private int orders;

  @Option(names = "--segments", defaultValue = "10000", description = "Watched segments.")
  private int segments;

  @Option(
      names = "--segment-events",
      defaultValue = "1000",
      description = "Events of each segment.")
  private int segmentEvents;

  @Option(names = "--segment-runs", defaultValue = "20", description = "Runs of all segments.")
  private int segmentRuns;

  @Option(names = "--seed", defaultValue = "20261128", description = "Seed of all.")
  private long seed;

  @Option(
      names = "--answers",
      paramLabel = "DIR",
      description = "Folder with llmdrift_*.csv[.gz] (default: drift of SIGNALBOX_DATA).")
  private @Nullable Path answers;

  @Override
  public Integer call() throws Exception {
    Map<String, Object> figures = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    figures.put("stationary", stationary(lines));
    figures.put("changes", changes(lines));
    figures.put("families", families(lines));
    figures.put("answers", shuffled(lines));
    output.write("drift", Map.of("detector", DriftSettings.DEFAULT, "seed", seed), figures, lines);
    return 0;
  }

  private List<StationaryRate> stationary(List<String> lines) {
    List<StationaryRate> rates =
        RATES.parallelStream().map(rate -> StationaryRate.of(rate, events, seed)).toList();
    lines.add("rate that stays   events    up  down   up in 100,000   at most (95 %)");
    long up = 0;
    for (StationaryRate one : rates) {
      up += one.up();
      lines.add(
          String.format(
              Locale.ROOT,
              "%15.3f %,11d %5d %5d %15.3f %15.3f",
              one.rate(),
              one.events(),
              one.up(),
              one.down(),
              1e5 * one.up() / one.events(),
              one.atMost()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "mean events from one false alarm to the next: %,.0f",
            (double) events * rates.size() / Math.max(1, up)));
    return rates;
  }

  private List<RateChange> changes(List<String> lines) {
    List<RateChange> changes =
        RateChange.CELLS.parallelStream()
            .map(cell -> RateChange.of(cell[0], cell[1], runs, seed))
            .toList();
    lines.add("change          runs early missed  mean delay   bound  ratio");
    for (RateChange one : changes) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%.3f to %.3f %6d %5d %6d %11.0f %7.0f %6.2f",
              one.before(),
              one.after(),
              one.runs(),
              one.early(),
              one.missed(),
              one.meanDelay(),
              one.bound(),
              one.meanDelay() / one.bound()));
    }
    return changes;
  }

  private List<WatchedFamily> families(List<String> lines) {
    List<WatchedFamily> families =
        List.of(
            WatchedFamily.of(segments, 0, segmentEvents, segmentRuns, seed),
            WatchedFamily.of(segments, segments / 100, segmentEvents, segmentRuns, seed));
    lines.add("segments changed  runs  with a false alarm  false share   found  mean delay");
    for (WatchedFamily one : families) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,8d %7d %5d %19d %12.4f %7.3f %11.1f",
              one.segments(),
              one.changed(),
              one.runs(),
              one.runsWithFalse(),
              one.falseShare(),
              one.found(),
              one.meanDelay()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "an index above 0.1 at 200 values would alarm on %.1f %% of those that stay",
            100 * families.get(0).fixedIndex()));
    return families;
  }

  private List<ShuffledAnswers> shuffled(List<String> lines) throws Exception {
    Path folder = answers == null ? LabelledFolder.of(null).resolve("drift") : answers;
    if (!Files.isDirectory(folder)) {
      lines.add("no answers of language models: there is no folder " + folder);
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files =
          found
              .filter(file -> file.getFileName().toString().startsWith("llmdrift_"))
              .sorted()
              .toList();
    }
    List<ShuffledAnswers> figures = new ArrayList<>();
    lines.add("answers, orders                                 early  noticed  mean delay  by");
    for (Path file : files) {
      figures.addAll(ShuffledAnswers.of(file, orders, seed));
    }
    for (ShuffledAnswers one : figures) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-42s %5d %6.3f %7.3f %11.1f  %s",
              one.stream(),
              one.orders(),
              one.early(),
              one.noticed(),
              one.meanDelay(),
              String.join(", ", one.channels())));
    }
    return figures;
  }
}
