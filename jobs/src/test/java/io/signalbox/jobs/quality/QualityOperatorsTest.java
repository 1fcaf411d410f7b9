// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.analytics.quality.AnswerJoin;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.AnswerReading;
import io.signalbox.analytics.quality.Observation;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.FoldRuns;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.quality.QualityItem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Both operators, in other orders of coming and over restarts at another parallelism. */
class QualityOperatorsTest {
  private static final JobOptions OPTIONS = JobOptions.of();

  private static final FoldRuns<AnswerItem, Observation> JOIN =
      new FoldRuns<>(
          () -> new JoinAnswers(OPTIONS.quality().horizon().toMillis()),
          AnswerItem::key,
          AnswerItem::foundMs,
          QualityOperatorsTest::json);

  private static final FoldRuns<QualityItem, QualityRate> WATCH =
      new FoldRuns<>(
          () -> new WatchAnswers(OPTIONS.quality()),
          QualityItem::key,
          QualityItem::foundMs,
          QualityOperatorsTest::json);

  private static String json(Object found) {
    return new String(RecordJson.write(found), StandardCharsets.UTF_8);
  }

  private static List<AnswerItem> items() {
    List<AnswerItem> items = new ArrayList<>();
    for (AnswerTelemetry.Said said : AnswerTelemetry.of("bot", 1).subList(0, 2_000)) {
      if (said.what() instanceof GenAiEvent event) {
        items.addAll(AnswerReading.of(said.atMs(), event));
      } else if (said.what() instanceof AnswerLabel label) {
        items.add(AnswerReading.of(said.atMs(), label));
      }
    }
    return items;
  }

  private static List<QualityItem> seen() {
    List<QualityItem> items = new ArrayList<>();
    for (String service : List.of("bot", "agent", "helper")) {
      List<AnswerTelemetry.Said> all = AnswerTelemetry.of(service, service.length());
      var joins = new TreeMap<String, AnswerJoin>();
      for (AnswerTelemetry.Said said : all) {
        if (said.what() instanceof Change change) {
          items.add(QualityItem.of(said.atMs(), change));
          continue;
        }
        List<AnswerItem> found =
            said.what() instanceof GenAiEvent event
                ? AnswerReading.of(said.atMs(), event)
                : List.of(AnswerReading.of(said.atMs(), (AnswerLabel) said.what()));
        for (AnswerItem item : found) {
          joins
              .computeIfAbsent(item.key(), key -> new AnswerJoin())
              .fold(
                  List.of(item),
                  OPTIONS.quality().horizon().toMillis(),
                  one -> items.add(QualityItem.of(item.foundMs(), one)));
        }
      }
    }
    items.sort(Comparator.comparingLong(QualityItem::foundMs));
    return items;
  }

  @Test
  void whatIsSaidFindsItsAnswerOnceInAnyOrderAndOverRestarts() throws Exception {
    List<AnswerItem> items = items();
    List<String> found = JOIN.run(items, 1);
    long answers = found.stream().filter(line -> line.contains("\"answers\"")).count();
    long rated =
        found.stream()
            .filter(line -> line.contains("\"relevance\"") && line.contains("\"replaced\":null"))
            .count();
    assertTrue(answers > 700 && rated > answers - 5, answers + " answers, " + rated + " rated");
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(found, JOIN.run(JOIN.shuffled(items, seed), 1_000 * seed));
    }
    assertEquals(found, JOIN.rescaled(items));
  }

  @Test
  void ratesAreTheSameInAnyOrderAndOverRestarts() throws Exception {
    List<QualityItem> items = seen();
    List<String> found = WATCH.run(items, 1);
    assertTrue(found.size() > 3 * 3 * 4, found.size() + " rows");
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(found, WATCH.run(WATCH.shuffled(items, seed), 1_000 * seed));
    }
    assertEquals(found, WATCH.rescaled(items));
  }
}
