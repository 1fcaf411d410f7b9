// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.benchmarks.patterns.PatternEvaluation;
import io.signalbox.benchmarks.patterns.Scenario;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import io.signalbox.jobs.EmbeddedReplay;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.CaptureFile;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.simulator.Truth;
import io.signalbox.simulator.faults.FaultOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How soon a worse model is an incident in the simulated shop.
 *
 * @param seed of the world
 * @param seconds event time from the switch to the incident that names the model's version; -1
 *     without one
 * @param named whether that incident blames the service first
 * @param segment the segment that it names, empty without one
 * @param title of the incident, empty without one
 * @param early incidents because of answers before the switch
 */
public record QualityStory(
    long seed, double seconds, boolean named, String segment, String title, int early) {
  private static final Duration LASTING = Duration.ofMinutes(35);
  private static final int STORY = 23;
  private static final String QUALITY = "quality";

  /**
   * Simulates half an hour of the shop with a worse model from the twentieth minute on.
   *
   * @param folder for the world and what is found in it
   * @throws Exception what Flink throws when the job fails
   */
  public static QualityStory of(long seed, Path folder, int parallelism) throws Exception {
    Scenario scenario = new Scenario(STORY, FaultOrder.parse("quality-drop@20m+10m"), LASTING);
    Path world = folder.resolve("world");
    Path found = folder.resolve("found");
    Truth.Entry truth = PatternEvaluation.simulate(scenario.world(seed), world).faults().get(0);
    EmbeddedReplay.of(CaptureFile.find(world), found, parallelism, Backend.HASHMAP, JobOptions.of())
        .run();
    return judge(seed, truth, found.resolve(Topics.INCIDENTS.name() + ".jsonl"));
  }

  private static QualityStory judge(long seed, Truth.Entry truth, Path incidents)
      throws IOException {
    int early = 0;
    for (String line : Files.readAllLines(incidents)) {
      Incident incident = RecordJson.read(line.getBytes(StandardCharsets.UTF_8), Incident.class);
      Instant at = incident.updatedAt();
      String segment = segment(incident, String.valueOf(truth.version()));
      if (at.isBefore(truth.startedAt())) {
        early += incident.revision() == 1 && !segment(incident, "").isEmpty() ? 1 : 0;
      } else if (!segment.isEmpty()) {
        double seconds = Duration.between(truth.startedAt(), at).toMillis() / 1e3;
        boolean named = incident.suspects().get(0).node().equals(truth.node());
        return new QualityStory(seed, seconds, named, segment, incident.title(), early);
      }
    }
    return new QualityStory(seed, -1, false, "", "", early);
  }

  /** The first evidence of answers that names a version. */
  private static String segment(Incident incident, String version) {
    return incident.suspects().stream()
        .map(Suspect::evidence)
        .flatMap(List::stream)
        .filter(one -> one.kind().equals(QUALITY) && one.subject().contains(version))
        .map(one -> one.subject())
        .findFirst()
        .orElse("");
  }
}
