// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.signals.GenAiEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DecisionJoinTest {
  private static final long HORIZON = 1_000;
  private static final long AT = 10_000;
  private static final Decision DECISION =
      new Decision(AT, "prod", "refunds", "approve", "gpt-4o", "acme", DecisionRole.ACTING);

  private static DecisionItem decided(long foundMs) {
    return new DecisionItem("d1", foundMs, DECISION, null);
  }

  private static DecisionItem heard(long foundMs, long saidMs, AnswerVerdict verdict, int value) {
    Outcome outcome = new Outcome(saidMs, verdict, BigDecimal.valueOf(value), "EUR", "shop");
    return new DecisionItem("d1", foundMs, null, outcome);
  }

  /** Folds items by time, with wakes between them, until everything is forgotten. */
  private static List<DecisionChange> told(List<DecisionItem> items, long stepMs) {
    List<DecisionItem> byTime = new ArrayList<>(items);
    byTime.sort(Comparator.comparingLong(DecisionItem::foundMs));
    DecisionJoin join = new DecisionJoin();
    List<DecisionChange> told = new ArrayList<>();
    long nowMs = 0;
    for (DecisionItem item : byTime) {
      while (nowMs + stepMs < item.foundMs()) {
        nowMs += stepMs;
        assertEquals(0, join.advance(nowMs, HORIZON, told::add));
      }
      assertEquals(0, join.fold(List.of(item), HORIZON, told::add));
    }
    assertEquals(0, join.advance(AT + HORIZON + 1, HORIZON, told::add));
    join.advance(AT + 2 * HORIZON, HORIZON, told::add);
    assertTrue(join.isEmpty());
    return told;
  }

  /** What the whole of what was said means, without any state. */
  private static Standing slowly(List<DecisionItem> items) {
    Map<Outcome, Long> first = new TreeMap<>();
    for (DecisionItem item : items) {
      if (item.outcome() != null) {
        first.merge(item.outcome(), item.foundMs(), Math::min);
      }
    }
    boolean late = first.values().stream().anyMatch(foundMs -> foundMs > AT + HORIZON);
    return first.entrySet().stream()
        .filter(one -> one.getValue() <= AT + HORIZON)
        .max(
            Comparator.<Map.Entry<Outcome, Long>>comparingLong(
                    one -> one.getKey().knownMs(one.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .map(
            last ->
                new Standing(DecisionState.JOINED, late, last.verdict(), last.value(), last.unit()))
        .orElse(new Standing(DecisionState.MISSED, late, null, null, ""));
  }

  private static List<DecisionItem> drawn(Random random) {
    List<DecisionItem> items = new ArrayList<>();
    items.add(decided(AT + random.nextInt(50)));
    items.add(decided(AT + 50 + random.nextInt(100)));
    int outcomes = random.nextInt(5);
    for (int i = 0; i < outcomes; i++) {
      long foundMs = AT - 900 + random.nextInt(2_800);
      long saidMs = random.nextBoolean() ? 0 : AT + random.nextInt(900);
      AnswerVerdict verdict = random.nextBoolean() ? AnswerVerdict.GOOD : AnswerVerdict.BAD;
      DecisionItem item = heard(foundMs, saidMs, verdict, random.nextInt(3) - 1);
      items.add(item);
      if (random.nextBoolean()) {
        long againMs = Math.min(foundMs + random.nextInt(600), AT + 2 * HORIZON - 1);
        items.add(new DecisionItem("d1", againMs, null, item.outcome()));
      }
    }
    return items;
  }

  /** Whatever order things come in and whenever one looks, what holds in the end is the same. */
  @Property
  void whatHoldsIsWhatASlowLookAtAllOfItSays(@ForAll long seed) {
    Random random = new Random(seed);
    List<DecisionItem> items = drawn(random);
    Standing expected = slowly(items);
    for (long stepMs : new long[] {7, 333, 100_000}) {
      Collections.shuffle(items, random);
      List<DecisionChange> told = told(items, stepMs);
      assertEquals(expected, told.get(told.size() - 1).after());
      Standing last = null;
      for (DecisionChange change : told) {
        assertEquals(last, change.before(), "each takes the place of the one before");
        last = change.after();
      }
    }
  }

  @Test
  void anOutcomeThatComesBeforeItsDecisionWaitsForIt() {
    List<DecisionChange> told =
        told(List.of(heard(AT - 500, 0, AnswerVerdict.GOOD, 5), decided(AT)), 100);
    assertEquals(1, told.size());
    assertEquals(DecisionState.JOINED, told.get(0).after().state());
  }

  @Test
  void anOutcomeAfterTheHorizonIsTooLateAndCountsForNothingElse() {
    List<DecisionChange> told =
        told(List.of(decided(AT), heard(AT + HORIZON + 1, AT, AnswerVerdict.BAD, -9)), 100);
    assertEquals(
        List.of(
            new Standing(DecisionState.OPEN, false, null, null, ""),
            new Standing(DecisionState.MISSED, true, null, null, "")),
        told.stream().map(DecisionChange::after).toList());
    assertEquals(
        DecisionState.JOINED,
        told(List.of(decided(AT), heard(AT + HORIZON, AT, AnswerVerdict.BAD, -9)), 100)
            .get(1)
            .after()
            .state());
  }

  @Test
  void whatNeverFindsTheOtherIsCounted() {
    DecisionJoin join = new DecisionJoin();
    join.fold(List.of(heard(AT, 0, AnswerVerdict.GOOD, 1)), HORIZON, told -> {});
    assertEquals(0, join.advance(AT + HORIZON - 1, HORIZON, told -> {}));
    assertEquals(1, join.advance(AT + HORIZON, HORIZON, told -> {}));
    assertEquals(1, join.fold(List.of(decided(AT + 2 * HORIZON + 1)), HORIZON, told -> {}));
    assertTrue(join.isEmpty());
  }

  @Test
  void aSpanThatNamesADecisionIsOne() {
    Map<String, String> said =
        Map.of(
            "decision.id", "d7",
            "gen_ai.tool.name", "refund",
            "gen_ai.agent.name", "support",
            "gen_ai.request.model", "gpt-4o",
            "decision.policy", "rules",
            "tenant", "acme");
    DecisionItem item = DecisionReading.of(50, span(said, false), "rules").get(0);
    assertEquals("d7", item.id());
    assertEquals(
        new Decision(40, "prod", "support", "refund", "gpt-4o", "acme", DecisionRole.BASELINE),
        item.decision());
    assertEquals(
        DecisionRole.ACTING,
        Objects.requireNonNull(DecisionReading.of(50, span(said, false), "").get(0).decision())
            .role());
    assertEquals(List.of(), DecisionReading.of(50, span(said, true), "rules"));
    assertEquals(List.of(), DecisionReading.of(50, span(Map.of("tenant", "a"), false), "rules"));
  }

  private static GenAiEvent span(Map<String, String> said, boolean error) {
    Instant at = Instant.ofEpochMilli(40);
    return new GenAiEvent("span", at, "prod", "bot", "execute_tool", "t", "s", 9, error, said);
  }
}
