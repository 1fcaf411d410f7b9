// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.unseen;

import io.signalbox.benchmarks.patterns.PatternEvaluation;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.simulator.RandomPlan;
import io.signalbox.simulator.Truth;
import java.nio.file.Path;

/**
 * Simulates a system left to chance, runs all jobs over it with the shipped options, and compares
 * incidents with the truth afterwards.
 *
 * @param out folder for the systems and what is found in them
 * @param faults how many go wrong in a system
 * @param parallelism tasks of each operator
 */
public record SystemRun(Path out, int faults, int parallelism) {
  /**
   * Runs the system of a seed.
   *
   * @throws Exception what Flink throws when the job fails
   */
  public SystemFigure run(long seed) throws Exception {
    Path folder = out.resolve((faults == 0 ? "quiet-" : "faults-") + seed);
    Path world = folder.resolve("world");
    Path found = folder.resolve("found");
    Truth truth = PatternEvaluation.simulate(RandomPlan.of(seed, faults), world);
    EmbeddedReplay.of(CaptureFile.find(world), found, parallelism, Backend.HASHMAP, JobOptions.of())
        .run();
    Path incidents = found.resolve(Topics.INCIDENTS.name() + ".jsonl");
    return SystemFigure.of(truth, IncidentHistory.read(incidents));
  }
}
