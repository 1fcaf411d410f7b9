// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MeasureTest {
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  private static Play shop() {
    return new Play()
        .calls("frontend", "checkout", 0, 600)
        .calls("checkout", "payment", 0, 600)
        .errors("payment", 600, 700, 0.5);
  }

  private static List<IncidentMeasure> measures(Play play, int until, int step) {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    List<IncidentMeasure> rows = new ArrayList<>();
    for (int second = 0; second < until; second += step) {
      Play.run(situation, play.items(), second, second + step, new ArrayList<>());
      rows.addAll(situation.lifecycle().takeMeasures());
    }
    return rows;
  }

  @Example
  void anIncidentThatIsOverIsMeasured() {
    List<Incident> found = shop().until(1000);
    Incident last = found.get(1);
    List<IncidentMeasure> rows = measures(shop(), 1000, 1000);
    long detect = Duration.between(last.startedAt(), last.openedAt()).toMillis();
    assertTrue(detect > 0);
    assertEquals(
        List.of(
            new IncidentMeasure(
                "prod", "payment", DAY, 1, last.updatedAt(), 1, detect, 100_000, 1, 0, 0)),
        rows);
  }

  @Example
  void aVerdictCountsOnceAndIsUncountedWhenItIsTakenBack() {
    String id = shop().until(1000).get(0).id();
    Play play =
        shop()
            .says("a", id, IncidentVerdict.REJECT, null, 1000)
            .says("b", id, IncidentVerdict.REAL_CAUSE, "db", 1100)
            .says("c", "", IncidentVerdict.WITHDRAWN, "b", 1200)
            .says("d", "", IncidentVerdict.WITHDRAWN, "a", 1300);
    List<String> judged = new ArrayList<>();
    measures(play, 1500, 1500)
        .forEach(row -> judged.add(row.revision() + ": " + row.actionable() + "/" + row.judged()));
    assertEquals(List.of("1: 0/0", "2: 0/1", "3: 1/1", "4: 0/1", "5: 0/0"), judged);
  }

  @Example
  void anIncidentThatComesBackCountsOnce() {
    List<IncidentMeasure> rows = measures(shop().errors("payment", 810, 900, 0.5), 2000, 2000);
    assertEquals(List.of(1L, 0L, 1L), rows.stream().map(IncidentMeasure::incidents).toList());
    assertEquals(300_000, rows.get(2).timeToResolveMs());
  }

  @Property(tries = 30)
  void howOftenTimeAdvancesDoesNotMatter(@ForAll @IntRange(min = 1, max = 90) int step) {
    Play play =
        shop()
            .errors("checkout", 650, 720, 0.5)
            .errors("payment", 1000, 1100, 0.5)
            .says("a", shop().until(1000).get(0).id(), IncidentVerdict.CONFIRM, null, 1200);
    assertEquals(measures(play, 1800, 1800), measures(play, 1800, step));
  }
}
