// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AgentImpactTest {
  private static final long HOUR = 3_600_000;
  private static final ImpactSettings SETTINGS =
      new ImpactSettings(
          HOUR, HOUR, 60_000, 512, ValueRange.parse(List.of("EUR=-100..100", "points=0..5")));
  private static final Standing OPEN = new Standing(DecisionState.OPEN, false, null, null, "");

  private record Decided(Decision decision, List<Standing> standings) {}

  private static Standing joined(AnswerVerdict verdict, String value, String unit) {
    return new Standing(DecisionState.JOINED, false, verdict, new BigDecimal(value), unit);
  }

  private static Decided decided(String action, DecisionRole role, Standing... standings) {
    return new Decided(
        new Decision(5_000, "prod", "refunds", action, "gpt-4o", "acme", role), List.of(standings));
  }

  /** The last row of each group, by action, model, segment and role. */
  private static Map<String, DecisionImpact> rows(AgentImpact impact, long nowMs) {
    Map<String, DecisionImpact> rows = new TreeMap<>();
    impact.advance(
        nowMs,
        row -> rows.put(row.action() + "/" + row.model() + "/" + row.segment() + row.role(), row));
    return rows;
  }

  private static DecisionImpact row(Map<String, DecisionImpact> rows, String name) {
    return Objects.requireNonNull(rows.get(name), name);
  }

  private static AgentImpact fold(List<Decided> all) {
    AgentImpact impact = new AgentImpact("prod", "refunds", SETTINGS);
    all.forEach(one -> changes(one).forEach(impact::fold));
    return impact;
  }

  private static List<DecisionChange> changes(Decided one) {
    List<DecisionChange> changes = new ArrayList<>();
    Standing before = null;
    for (Standing after : one.standings) {
      changes.add(new DecisionChange(6_000, one.decision, before, after));
      before = after;
    }
    return changes;
  }

  @Test
  void whatCameOfDecisionsIsToldByAgentAndAction() {
    Standing missed = new Standing(DecisionState.MISSED, true, null, null, "");
    DecisionRole acting = DecisionRole.ACTING;
    List<Decided> all =
        List.of(
            decided("approve", acting, OPEN, joined(AnswerVerdict.GOOD, "10.5", "EUR")),
            decided("approve", acting, OPEN, joined(AnswerVerdict.BAD, "-30", "EUR")),
            decided(
                "approve",
                acting,
                OPEN,
                joined(AnswerVerdict.BAD, "-99", "EUR"),
                joined(AnswerVerdict.BAD, "-1.25", "EUR")),
            decided("approve", acting, OPEN, missed),
            decided("approve", acting, OPEN),
            decided("deny", acting, OPEN, joined(AnswerVerdict.GOOD, "4", "points")),
            decided("approve", DecisionRole.HOLDOUT, joined(AnswerVerdict.BAD, "-2", "EUR")),
            decided("rule", DecisionRole.BASELINE, joined(AnswerVerdict.GOOD, "1", "EUR")));
    Map<String, DecisionImpact> rows = rows(fold(all), 60_000);
    DecisionImpact approve = row(rows, "approve//ACTING");
    assertEquals(
        List.of(5L, 1L, 3L, 1L, 1L, 2L, 0L),
        List.of(
            approve.decisions(),
            approve.open(),
            approve.joined(),
            approve.missed(),
            approve.late(),
            approve.wrong(),
            approve.unpriced()));
    assertEquals(.75, approve.completeness());
    assertEquals(List.of(new WrongCost("EUR", 2, "31.25")), approve.costs());
    assertEquals(
        List.of("SUCCESS  1", "VALUE EUR -20.75"),
        approve.outcomes().stream()
            .map(one -> one.measure() + " " + one.unit() + " " + one.total())
            .toList());
    MeanOutcome value = approve.outcomes().get(1);
    assertEquals(-20.75 / 3, value.mean(), 1e-12);
    assertTrue(value.lower() >= -100 && value.lower() < value.mean());
    assertEquals(
        List.of(DecisionRole.BASELINE, DecisionRole.HOLDOUT),
        value.uplifts().stream().map(Uplift::over).toList());
    assertEquals(-20.75 / 3 - 1, value.uplifts().get(0).difference(), 1e-12);
    assertEquals(-20.75 / 3 + 2, value.uplifts().get(1).difference(), 1e-12);
    assertEquals(
        List.of("points"),
        row(rows, "deny//ACTING").outcomes().stream()
            .map(MeanOutcome::unit)
            .filter(unit -> !unit.isEmpty())
            .toList());
    assertEquals(6, row(rows, "/gpt-4o/ACTING").decisions());
    assertEquals(List.of(), row(rows, "rule//BASELINE").outcomes().get(0).uplifts());
  }

  @Test
  void aRowIsToldAgainWhenItOrWhatItIsComparedWithHasChanged() {
    AgentImpact impact =
        fold(
            List.of(
                decided("approve", DecisionRole.ACTING, joined(AnswerVerdict.GOOD, "1", "EUR")),
                decided("deny", DecisionRole.ACTING, joined(AnswerVerdict.GOOD, "1", "EUR"))));
    assertEquals(1, row(rows(impact, 60_000), "approve//ACTING").revision());
    assertEquals(Map.of(), rows(impact, 120_000));
    changes(decided("deny", DecisionRole.HOLDOUT, OPEN)).forEach(impact::fold);
    Map<String, DecisionImpact> again = rows(impact, 180_000);
    assertEquals(2, row(again, "deny//ACTING").revision());
    assertTrue(!again.containsKey("approve//ACTING"), again::toString);
    assertEquals(Map.of(), rows(impact, 4 * HOUR));
    assertTrue(impact.isEmpty());
  }

  @Test
  void aValueOutsideItsRangeCountsAndTakesTheInterval() {
    List<Decided> all =
        List.of(
            decided("approve", DecisionRole.ACTING, joined(AnswerVerdict.GOOD, "500", "EUR")),
            decided("approve", DecisionRole.ACTING, joined(AnswerVerdict.GOOD, "7", "USD")));
    List<MeanOutcome> means = row(rows(fold(all), 60_000), "approve//ACTING").outcomes();
    assertEquals(List.of(1.0, 500.0, 7.0), means.stream().map(MeanOutcome::mean).toList());
    assertEquals(
        List.of(false, true, true), means.stream().map(one -> Double.isNaN(one.lower())).toList());
  }

  @Test
  void groupsThatHaveNoRoomAreCountedAsSuch() {
    AgentImpact impact =
        new AgentImpact("prod", "refunds", new ImpactSettings(HOUR, HOUR, 60_000, 3, Map.of()));
    changes(decided("approve", DecisionRole.ACTING, OPEN, joined(AnswerVerdict.GOOD, "1", "EUR")))
        .forEach(impact::fold);
    assertEquals(3, impact.uncounted);
    assertEquals(3, rows(impact, 60_000).size());
  }

  private static Decided drawn(Random random) {
    String action = "a" + random.nextInt(2);
    DecisionRole role = DecisionRole.values()[random.nextInt(3)];
    List<Standing> standings = new ArrayList<>(List.of(OPEN));
    for (int i = random.nextInt(3); i > 0; i--) {
      AnswerVerdict verdict = random.nextBoolean() ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
      BigDecimal value = BigDecimal.valueOf(random.nextInt(20_000) - 10_000, 2);
      standings.add(new Standing(DecisionState.JOINED, false, verdict, value, "EUR"));
    }
    return decided(action, role, standings.toArray(new Standing[0]));
  }

  /** In whatever order decisions come: the same rows, and those that a slow sum over all gives. */
  @Property(tries = 200)
  void theOrderOfDecisionsMakesNoDifferenceAndCorrectionsAreTakenBack(@ForAll long seed) {
    Random random = new Random(seed);
    List<Decided> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(drawn(random));
    }
    Map<String, DecisionImpact> rows = rows(fold(all), 60_000);
    Collections.shuffle(all, random);
    assertEquals(rows, rows(fold(all), 60_000));
    for (DecisionImpact row : rows.values()) {
      slowly(row, all);
    }
  }

  private static void slowly(DecisionImpact row, List<Decided> all) {
    double sum = 0;
    double squares = 0;
    long count = 0;
    long decisions = 0;
    BigDecimal lost = BigDecimal.ZERO;
    for (Decided one : all) {
      boolean same = row.action().isEmpty() || one.decision.action().equals(row.action());
      if (!same || one.decision.role() != row.role()) {
        continue;
      }
      decisions++;
      Standing last = one.standings.get(one.standings.size() - 1);
      if (last.value() != null) {
        double unit = (last.value().doubleValue() + 100) / 200;
        sum += unit;
        squares += unit * unit;
        count++;
        boolean loss = last.verdict() == AnswerVerdict.BAD && last.value().signum() < 0;
        lost = loss ? lost.subtract(last.value()) : lost;
      }
    }
    assertEquals(decisions, row.decisions());
    assertEquals(count, row.joined());
    if (count == 0) {
      return;
    }
    MeanOutcome value = row.outcomes().get(1);
    double mean = sum / count;
    Interval of = MeanSequence.of(count, mean, Math.max(0, squares / count - mean * mean), .05);
    assertEquals(200 * mean - 100, value.mean(), 1e-9);
    assertEquals(200 * of.lower() - 100, value.lower(), 1e-6);
    assertEquals(200 * of.upper() - 100, value.upper(), 1e-6);
    BigDecimal told =
        row.costs().isEmpty() ? BigDecimal.ZERO : new BigDecimal(row.costs().get(0).cost());
    assertEquals(0, lost.compareTo(told));
  }
}
