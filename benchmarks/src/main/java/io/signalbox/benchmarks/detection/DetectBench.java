// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the detect job and its floor alternately and gives the medians. */
public final class DetectBench {
  private DetectBench() {}

  /**
   * Measures.
   *
   * @param backends backends of the detect job
   * @param progress told after each run
   * @return rows by pipeline: the floor first
   */
  public static List<DetectFigure> run(
      DetectBenchSettings settings, List<Backend> backends, Consumer<String> progress)
      throws Exception {
    DetectRun run =
        new DetectRun(settings, new MetricLoad(settings.services(), settings.series(), 2));
    Map<String, List<Rate>> rates = new LinkedHashMap<>();
    for (int round = 1; round <= settings.rounds(); round++) {
      note(rates, "pass-through", run.passThrough(), round, progress);
      for (Backend backend : backends) {
        String name = "detect, " + backend.name().toLowerCase(java.util.Locale.ROOT);
        note(rates, name, run.detect(backend), round, progress);
      }
    }
    double floor = median(rates.getOrDefault("pass-through", List.of()), true);
    List<DetectFigure> figures = new ArrayList<>();
    rates.forEach(
        (name, all) -> {
          double perCpuSecond = median(all, true);
          figures.add(
              new DetectFigure(name, perCpuSecond, median(all, false), perCpuSecond / floor));
        });
    return figures;
  }

  private static void note(
      Map<String, List<Rate>> rates, String name, Rate rate, int round, Consumer<String> progress) {
    rates.computeIfAbsent(name, missing -> new ArrayList<>()).add(rate);
    progress.accept(
        String.format(
            "round %d: %s: %,.0f points per cpu-second", round, name, rate.perCpuSecond()));
  }

  private static double median(List<Rate> rates, boolean byCpu) {
    List<Double> sorted = new ArrayList<>();
    for (Rate rate : rates) {
      sorted.add(byCpu ? rate.perCpuSecond() : rate.perSecond());
    }
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
