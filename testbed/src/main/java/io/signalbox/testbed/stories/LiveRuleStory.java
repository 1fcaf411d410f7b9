// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.ClusterSettings;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Rules change while real jobs run under load, and a TaskManager dies by SIGKILL as soon as the
 * last one is accepted. What is recognised must be what an embedded replay recognises that knew the
 * rules from the beginning: rules hold at event times, whenever and however often they arrive.
 */
public final class LiveRuleStory {
  private final ClusterSettings settings;
  private final Scenario scenario;
  private final List<TimedRule> rules;
  private final ReplayedRecords replay;
  private final Consumer<String> progress;

  /**
   * Sets the stage.
   *
   * @param settings where the clusters run, one after the other, each in a folder below its own
   * @param scenario the jobs and their load
   * @param rules what is sent, in this order
   * @param replay what an embedded run makes of the same input and rules
   * @param progress told of each step
   */
  public LiveRuleStory(
      ClusterSettings settings,
      Scenario scenario,
      List<TimedRule> rules,
      ReplayedRecords replay,
      Consumer<String> progress) {
    this.settings = settings;
    this.scenario = scenario;
    this.rules = rules;
    this.replay = replay;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @param times number of runs, at least 1
   * @return number of runs in which nothing was wrong
   */
  public int run(int times) throws IOException, InterruptedException {
    SortedMap<String, Integer> expected = replay.read();
    progress.accept(Difference.size(expected) + " records in an embedded replay");
    int passed = 0;
    for (int number = 1; number <= times; number++) {
      passed += passes(number, expected) ? 1 : 0;
    }
    return passed;
  }

  private boolean passes(int number, SortedMap<String, Integer> expected)
      throws IOException, InterruptedException {
    LiveRuleRun run = new LiveRuleRun(rules, progress);
    ClusterSettings own = settings.in(settings.run().resolve("stories/live-rule-" + number));
    try (Stage stage = new Stage(own, scenario, progress)) {
      long inputRecords = stage.play(run);
      Difference difference =
          Difference.of(expected, replay.readCluster(stage.cluster().bootstrapServers()));
      Round round = run.round(number, inputRecords, difference);
      progress.accept(round.summary());
      difference.examples().forEach(progress);
      run.problems().forEach(progress);
      return round.passed() && run.problems().isEmpty() && !expected.isEmpty();
    }
  }
}
