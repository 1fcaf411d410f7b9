// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.quality.LateLabels;
import io.signalbox.benchmarks.quality.QualityStory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how the answers of models are watched. */
@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Simulates shops in which a worse model takes over, runs all jobs over them, and prints how"
          + " soon an incident names it; and tells rates while labels are still to come."
    })
final class EvaluateQualityCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--worlds", defaultValue = "3", description = "Simulated shops.")
  private int worlds;

  @Option(names = "--seed", defaultValue = "1", description = "Seed of all.")
  private long seed;

  @Option(names = "--parallelism", defaultValue = "2", description = "Tasks of each operator.")
  private int parallelism;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out/quality",
      description = "Where worlds, and what is found in them, are left.")
  private Path out = Path.of("out/quality");

  @Override
  public Integer call() throws Exception {
    List<String> lines = new ArrayList<>();
    List<QualityStory> stories = new ArrayList<>();
    for (int world = 0; world < worlds; world++) {
      QualityStory story =
          QualityStory.of(seed + world, out.resolve("world-" + (seed + world)), parallelism);
      output.progress("world " + story.seed() + ": " + story.seconds() + " s");
      stories.add(story);
    }
    lines.add("worse model, world   seconds to the incident   first suspect   early   segment");
    for (QualityStory one : stories) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%18d %25.1f %15s %7d   %s",
              one.seed(),
              one.seconds(),
              one.named() ? "right" : "wrong",
              one.early(),
              one.segment()));
    }
    List<LateLabels> late = LateLabels.all(1_000, seed);
    lines.add("labels late        mean error   interval ever wrong   mean coverage");
    for (LateLabels one : late) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-16s %12.5f %21.3f %15.2f",
              one.delay(),
              one.meanError(),
              one.leftOut(),
              one.coverage()));
    }
    return output.write(
        "quality-evaluation",
        Map.of("seed", seed, "worlds", worlds),
        Map.of("stories", stories, "labels", late),
        lines);
  }
}
