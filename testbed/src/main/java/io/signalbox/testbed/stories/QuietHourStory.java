// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.testbed.ClusterSettings;
import io.signalbox.testbed.DeployJar;
import io.signalbox.testbed.stories.QuietHourRun.Seen;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Event time must pass for correlate although there is nothing to correlate: an hour without
 * episodes or changes, and then an incident, which must open as soon after its onset as without the
 * hour.
 */
public final class QuietHourStory {
  private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
  private static final Duration LEARNING = Duration.ofMinutes(6);
  private static final Duration TROUBLE = Duration.ofMinutes(2);
  private static final Duration REST = Duration.ofMinutes(2);
  private static final Duration STILL = Duration.ofSeconds(15);
  private static final JobOptions DEFAULTS = JobOptions.of();

  private final ClusterSettings settings;
  private final Pace pace;
  private final Consumer<String> progress;

  /** Sends a world at the pace of the story. */
  @FunctionalInterface
  public interface Pace {
    /** Writes everything and returns when Kafka has it. */
    void send(SteadyCalls world, String bootstrapServers) throws IOException;
  }

  /**
   * Sets the stage.
   *
   * @param settings where the clusters run, one after the other, each in a folder below its own
   * @param pace how the telemetry is sent
   * @param progress told of each step
   */
  public QuietHourStory(ClusterSettings settings, Pace pace, Consumer<String> progress) {
    this.settings = settings;
    this.pace = pace;
    this.progress = progress;
  }

  /**
   * Runs without and with the quiet hour.
   *
   * @return what is wrong, one sentence each; empty when nothing is
   */
  public List<String> run() throws IOException, InterruptedException {
    Seen prompt = run("without-quiet-hour", Duration.ZERO);
    Seen later = run("quiet-hour", Duration.ofHours(1));
    List<String> problems = new ArrayList<>(later.problems());
    if (prompt.openedAfter() == null) {
      problems.add("no incident without the hour: the story shows nothing");
    } else if (later.openedAfter() == null) {
      problems.add("no incident after the hour");
    } else if (later.openedAfter().compareTo(prompt.openedAfter()) > 0) {
      problems.add(
          "opened "
              + later.openedAfter().toMillis()
              + " ms after its onset, without the hour "
              + prompt.openedAfter().toMillis()
              + " ms");
    }
    return problems;
  }

  private Seen run(String name, Duration quiet) throws IOException, InterruptedException {
    SteadyCalls world = new SteadyCalls(START, LEARNING.plus(quiet), TROUBLE, REST);
    ClusterSettings own = settings.in(settings.run().resolve("stories/" + name));
    QuietHourRun run = new QuietHourRun(world, START.plus(LEARNING), DEFAULTS);
    try (Stage stage = new Stage(own, scenario(world), progress)) {
      stage.play(run);
      Seen seen = run.seen(stage);
      progress.accept(String.format(Locale.ROOT, "%s: %s", name, seen.summary()));
      return seen;
    }
  }

  private Scenario scenario(SteadyCalls world) throws IOException {
    String brokers = settings.ports().bootstrapServers();
    return new Scenario(
        List.of(
            DeployJar.submission(settings.root(), "detect", brokers, List.of()),
            DeployJar.submission(settings.root(), "correlate", brokers, List.of())),
        servers -> pace.send(world, servers),
        List.of("otlp_metrics", "otlp_spans", "otlp_logs"),
        List.of("episodes", "edges", "changes", "incidents"),
        List.of(),
        STILL);
  }
}
