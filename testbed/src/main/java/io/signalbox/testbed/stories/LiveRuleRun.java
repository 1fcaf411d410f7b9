// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.jobs.patterns.RulePublisher;
import io.signalbox.testbed.Await;
import io.signalbox.testbed.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Sends rules to jobs under load, and ends a TaskManager as soon as the last one is accepted. */
final class LiveRuleRun implements Fault {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final double GOAL_SECONDS = 5;

  private final List<TimedRule> rules;
  private final Consumer<String> progress;
  private final List<String> problems = new ArrayList<>();
  private final TaskManagerKill kill = new TaskManagerKill(1, 1);

  LiveRuleRun(List<TimedRule> rules, Consumer<String> progress) {
    this.rules = rules;
    this.progress = progress;
  }

  @Override
  public void strike(Cluster cluster, List<String> jobs, Consumption consumption)
      throws IOException, InterruptedException {
    for (TimedRule rule : rules) {
      Await.until(
          "event time of " + rule.task() + " reaches " + rule.sendAt(),
          LIMIT,
          () -> {
            OptionalLong reached = cluster.watermark(jobs.get(rule.job()), rule.task());
            return reached.isPresent() && reached.getAsLong() >= rule.sendAt().toEpochMilli();
          });
      send(cluster, rule);
    }
    kill.strike(cluster, jobs, consumption);
  }

  private void send(Cluster cluster, TimedRule rule) throws IOException, InterruptedException {
    String name = rule.id() + " version " + rule.version();
    try (RulePublisher publisher =
        new RulePublisher(cluster.bootstrapServers(), "", rule.topic(), rule.verdicts())) {
      long sinceNs = System.nanoTime();
      RuleVerdict verdict = publisher.publish(rule.id(), rule.version(), rule.text(), LIMIT);
      double seconds = (System.nanoTime() - sinceNs) / 1e9;
      if (verdict == null || !verdict.accepted()) {
        problems.add(name + ": " + (verdict == null ? "no answer" : verdict.reason()));
        return;
      }
      progress.accept(
          String.format(
              Locale.ROOT,
              "%s accepted %.2f s after it was sent; holds from %s on, event time was %s",
              name,
              seconds,
              verdict.effectiveAt(),
              verdict.at()));
      if (seconds > GOAL_SECONDS) {
        problems.add(String.format(Locale.ROOT, "%s was accepted after %.2f s", name, seconds));
      }
    }
  }

  /** What is wrong so far, one sentence each. */
  List<String> problems() {
    return problems;
  }

  /** What happened, with the verdict on the output. */
  Round round(int number, long inputRecords, Difference difference) {
    return kill.round(number, inputRecords, difference);
  }
}
