// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.testbed.ClusterSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * A TaskManager dies by SIGKILL under load and comes back. The committed output must be that of a
 * run in which nothing happened: nothing lost, nothing twice. Each run has a cluster of its own.
 */
public final class KillTaskManagerStory {
  private final ClusterSettings settings;
  private final Scenario scenario;
  private final Consumer<String> progress;

  /**
   * Sets the stage.
   *
   * @param settings where the clusters run, one after the other, each in a folder below its own
   * @param scenario the jobs and their load
   * @param progress told of each step
   */
  public KillTaskManagerStory(
      ClusterSettings settings, Scenario scenario, Consumer<String> progress) {
    this.settings = settings;
    this.scenario = scenario;
    this.progress = progress;
  }

  /**
   * Runs once undisturbed, then with a kill at a different part of the input each time.
   *
   * @param times number of disturbed runs, at least 1
   */
  public List<Round> run(int times) throws IOException, InterruptedException {
    SortedMap<String, Integer> expected;
    long inputRecords;
    try (Stage stage = stage("undisturbed")) {
      inputRecords = stage.play(Fault.NONE);
      expected = stage.output();
    }
    progress.accept(inputRecords + " records in, " + Difference.size(expected) + " out");
    List<Round> rounds = new ArrayList<>();
    for (int number = 1; number <= times; number++) {
      rounds.add(round(number, inputRecords * number / (times + 1), expected));
    }
    return rounds;
  }

  private Round round(int number, long killAt, SortedMap<String, Integer> expected)
      throws IOException, InterruptedException {
    try (Stage stage = stage("round-" + number)) {
      TaskManagerKill kill = new TaskManagerKill(1 + number % settings.taskManagers(), killAt);
      long inputRecords = stage.play(kill);
      Round round = kill.round(number, inputRecords, Difference.of(expected, stage.output()));
      progress.accept(round.summary());
      round.difference().examples().forEach(progress);
      return round;
    }
  }

  private Stage stage(String name) throws IOException, InterruptedException {
    return new Stage(settings.in(settings.run().resolve("stories/" + name)), scenario, progress);
  }
}
