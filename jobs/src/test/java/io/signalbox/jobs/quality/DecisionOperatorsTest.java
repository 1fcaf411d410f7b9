// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.analytics.quality.impact.DecisionJoin;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.analytics.quality.impact.DecisionReading;
import io.signalbox.analytics.quality.impact.DecisionState;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.FoldRuns;
import io.signalbox.schemas.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both operators, in other orders of coming and over restarts at another parallelism. */
class DecisionOperatorsTest {
  static final JobOptions OPTIONS =
      JobOptions.of(
          "--impact.horizon",
          "2m",
          "--impact.window",
          "10m",
          "--impact.every",
          "1m",
          "--impact.ranges",
          "EUR=-5..5");

  private static final FoldRuns<DecisionItem, DecisionChange> JOIN =
      new FoldRuns<>(
          () -> new JoinDecisions(DecisionTelemetry.HORIZON_MS),
          DecisionItem::id,
          DecisionItem::foundMs,
          DecisionOperatorsTest::json);

  private static final FoldRuns<DecisionChange, DecisionImpact> MEASURE =
      new FoldRuns<>(
          () -> new MeasureImpact(OPTIONS.impact().settings()),
          MeasureImpact::keyOf,
          DecisionChange::foundMs,
          DecisionOperatorsTest::json);

  private static String json(Object found) {
    return new String(RecordJson.write(found), StandardCharsets.UTF_8);
  }

  private static List<DecisionItem> items() {
    List<DecisionItem> items = new ArrayList<>();
    for (AnswerTelemetry.Said said : DecisionTelemetry.of("refunds", 1)) {
      items.addAll(
          said.what() instanceof AgentDecision decision
              ? DecisionReading.of(said.atMs(), decision, "baseline")
              : DecisionReading.of(said.atMs(), (DecisionOutcome) said.what()));
    }
    return items;
  }

  private static List<DecisionChange> changes() {
    Map<String, DecisionJoin> joins = new HashMap<>();
    List<DecisionChange> changes = new ArrayList<>();
    for (DecisionItem item : items()) {
      joins
          .computeIfAbsent(item.id(), id -> new DecisionJoin())
          .fold(List.of(item), DecisionTelemetry.HORIZON_MS, changes::add);
    }
    joins.forEach(
        (id, join) -> {
          long endMs = join.dueMs;
          join.advance(endMs, DecisionTelemetry.HORIZON_MS, changes::add);
        });
    changes.sort(Comparator.comparingLong(DecisionChange::foundMs));
    return changes;
  }

  @Test
  void eachDecisionFindsItsOutcomeOnceInAnyOrderAndOverRestarts() throws Exception {
    List<DecisionItem> items = items();
    List<String> found = JOIN.run(items, 1);
    long opened = found.stream().filter(line -> line.contains("\"before\":null")).count();
    assertEquals(DecisionTelemetry.DECISIONS, opened);
    assertTrue(found.stream().anyMatch(line -> line.contains("\"missed\",\"late\":true")));
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(found, JOIN.run(JOIN.shuffled(items, seed), 1_000 * seed));
    }
    assertEquals(found, JOIN.rescaled(items));
  }

  @Test
  void impactIsTheSameInAnyOrderAndOverRestarts() throws Exception {
    List<DecisionChange> changes = changes();
    assertTrue(changes.stream().anyMatch(one -> one.after().state() == DecisionState.MISSED));
    List<String> found = MEASURE.run(changes, 1);
    assertTrue(found.size() > 100, found.size() + " rows");
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(found, MEASURE.run(MEASURE.shuffled(changes, seed), 1_000 * seed));
    }
    assertEquals(found, MEASURE.rescaled(changes));
  }
}
