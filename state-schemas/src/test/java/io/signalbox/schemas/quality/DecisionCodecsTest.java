// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.AnswerVerdict;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.AgentImpact;
import io.signalbox.analytics.quality.impact.Decision;
import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.analytics.quality.impact.DecisionJoin;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.analytics.quality.impact.DecisionRole;
import io.signalbox.analytics.quality.impact.ImpactSettings;
import io.signalbox.analytics.quality.impact.Outcome;
import io.signalbox.analytics.quality.impact.ValueRange;
import io.signalbox.schemas.signals.Golden;
import io.signalbox.schemas.signals.MalformedTelemetry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class DecisionCodecsTest {
  private static final long HORIZON = 60_000;
  private static final ImpactSettings SETTINGS =
      new ImpactSettings(
          600_000, HORIZON, 60_000, 512, ValueRange.parse(List.of("EUR=-5..5", "*=0..1")));

  private static DecisionItem decided(long atMs, String action, DecisionRole role) {
    Decision decision = new Decision(atMs, "prod", "refunds", action, "gpt-4o", "acme", role);
    return new DecisionItem("d1", atMs, decision, null);
  }

  private static DecisionItem heard(
      long foundMs, @Nullable AnswerVerdict verdict, @Nullable String value, String unit) {
    BigDecimal worth = value == null ? null : new BigDecimal(value);
    return new DecisionItem("d1", foundMs, null, new Outcome(foundMs, verdict, worth, unit, "s"));
  }

  private static List<DecisionItem> drawn(SplittableRandom random, long atMs) {
    List<DecisionItem> items = new ArrayList<>();
    DecisionRole[] roles = DecisionRole.values();
    String action = random.nextBoolean() ? "approve" : "";
    items.add(decided(atMs, action, roles[random.nextInt(roles.length)]));
    long foundMs = atMs;
    for (int i = random.nextInt(4); i > 0; i--) {
      foundMs += random.nextInt(40_000);
      AnswerVerdict verdict = random.nextBoolean() ? AnswerVerdict.BAD : null;
      String value = random.nextBoolean() ? random.nextInt(12) - 6 + ".25" : null;
      items.add(heard(foundMs, verdict, value, value != null && random.nextBoolean() ? "EUR" : ""));
    }
    return items;
  }

  /**
   * All rows of drawn decisions; every state goes by way of what is given between any two steps.
   */
  private static List<DecisionImpact> rows(
      long seed,
      UnaryOperator<DecisionItem> item,
      UnaryOperator<DecisionJoin> join,
      UnaryOperator<DecisionChange> change,
      UnaryOperator<AgentImpact> impact) {
    SplittableRandom random = new SplittableRandom(seed);
    List<DecisionImpact> rows = new ArrayList<>();
    AgentImpact agent = new AgentImpact("prod", "refunds", SETTINGS);
    for (int i = 0; i < 12; i++) {
      long atMs = i * 90_000L + 1;
      List<DecisionChange> told = new ArrayList<>();
      DecisionJoin one = new DecisionJoin();
      for (DecisionItem each : drawn(random, atMs)) {
        one.fold(List.of(item.apply(each)), HORIZON, told::add);
        one = join.apply(one);
      }
      one.advance(atMs + HORIZON + 1, HORIZON, told::add);
      for (DecisionChange each : told) {
        agent.fold(change.apply(each));
        agent = impact.apply(agent);
      }
      agent.advance(atMs + 80_000, rows::add);
    }
    return rows;
  }

  private static DecisionItem again(DecisionItem item) {
    DecisionItem read =
        DecisionItemSerializer.INSTANCE.read(DecisionItemSerializer.INSTANCE.write(item));
    assertEquals(item, read);
    return read;
  }

  private static DecisionChange again(DecisionChange change) {
    DecisionChange read =
        DecisionChangeSerializer.INSTANCE.read(DecisionChangeSerializer.INSTANCE.write(change));
    assertEquals(change, read);
    return read;
  }

  private static AgentImpact again(AgentImpact impact) {
    AgentImpact read = AgentImpactCodec.read(AgentImpactCodec.write(impact), SETTINGS);
    assertArrayEquals(AgentImpactCodec.write(impact), AgentImpactCodec.write(read));
    return read;
  }

  @Property(tries = 60)
  void whatIsRestoredGoesOnAsIfNothingHadBeen(@ForAll long seed) {
    UnaryOperator<DecisionItem> item = DecisionCodecsTest::again;
    UnaryOperator<DecisionChange> change = DecisionCodecsTest::again;
    UnaryOperator<AgentImpact> impact = DecisionCodecsTest::again;
    assertEquals(
        rows(seed, one -> one, one -> one, one -> one, one -> one),
        rows(seed, item, one -> DecisionCodec.read(DecisionCodec.write(one)), change, impact));
  }

  @Example
  void releasedBytesAreRead() throws IOException {
    List<DecisionItem> items =
        List.of(
            decided(1_000, "approve", DecisionRole.ACTING),
            heard(2_000, AnswerVerdict.BAD, "-3.5", "EUR"),
            heard(3_000, AnswerVerdict.GOOD, null, ""));
    DecisionJoin join = new DecisionJoin();
    List<DecisionChange> told = new ArrayList<>();
    join.fold(items, HORIZON, told::add);
    AgentImpact impact = new AgentImpact("prod", "refunds", SETTINGS);
    told.subList(0, 2).forEach(impact::fold);
    impact.advance(60_000, row -> {});
    impact.fold(told.get(2));

    byte[] stored = Golden.expect("decision-v1", DecisionCodec.write(join));
    assertArrayEquals(stored, DecisionCodec.write(DecisionCodec.read(stored)));
    stored = Golden.expect("agent-impact-v1", AgentImpactCodec.write(impact));
    assertArrayEquals(stored, AgentImpactCodec.write(AgentImpactCodec.read(stored, SETTINGS)));
    DecisionItemSerializer item = DecisionItemSerializer.INSTANCE;
    stored = Golden.expect("decision-item-v1", item.write(items.get(1)));
    assertEquals(items.get(1), item.read(stored));
    DecisionChangeSerializer change = DecisionChangeSerializer.INSTANCE;
    stored = Golden.expect("decision-change-v1", change.write(told.get(1)));
    assertEquals(told.get(1), change.read(stored));
  }

  @Example
  void aDecisionNeedsAnIdAnAgentAndAnAction() throws MalformedTelemetry {
    assertEquals(
        new AgentDecision("d1", "", "refunds", "approve", "", "", "", false, null),
        DecisionReader.read(bytes("{'decision_id':'d1','agent':'refunds','action':'approve'}")));
    noDecision("{'agent':'refunds','action':'approve'}", "decision without decision_id");
    noDecision("{'decision_id':'d1','action':'approve'}", "decision d1: no agent");
    noDecision("{'decision_id':'d1','agent':'refunds'}", "decision d1: no action");
    noDecision(
        "{'decision_id':'d1','agent':'a','action':'b','at':'1970-01-01T00:00:00Z'}",
        "decision d1: at \"1970-01-01T00:00:00Z\"");
    noDecision("{'decision_id':'d1','agent':'a','action':'b','holdout':'so so'}", "so so");
    noDecision("approve", "decision: ");
  }

  @Example
  void anOutcomeNeedsAVerdictOrADecimal() throws MalformedTelemetry {
    assertEquals(
        new DecisionOutcome("d1", AnswerVerdict.BAD, null, "", null, ""),
        OutcomeReader.read(bytes("{'decision_id':'d1','verdict':'bad'}")));
    for (String value : List.of("-12.50", "'-12.50'")) {
      assertEquals(
          new DecisionOutcome("d1", null, "-12.50", "EUR", null, "shop"),
          OutcomeReader.read(
              bytes("{'decision_id':'d1','value':" + value + ",'unit':'EUR','by':'shop'}")));
    }
    noOutcome("{'verdict':'bad'}", "outcome without decision_id");
    noOutcome("{'decision_id':'d1'}", "outcome of d1: neither a verdict nor a value");
    noOutcome("{'decision_id':'d1','verdict':'bad','unit':'EUR'}", "d1: EUR without a value");
    for (String value : List.of("1e9", "1234567890123456", "0.0123456789", "many", "")) {
      noOutcome(
          "{'decision_id':'d1','value':'" + value + "'}",
          "outcome of d1: the value is no decimal of at most 15 digits and 9 decimals: " + value);
    }
    noOutcome(
        "{'decision_id':'d1','verdict':'bad','at':'1970-01-01T00:00:00Z'}",
        "outcome of d1: at \"1970-01-01T00:00:00Z\"");
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static void noDecision(String json, String why) {
    MalformedTelemetry problem =
        assertThrows(MalformedTelemetry.class, () -> DecisionReader.read(bytes(json)));
    assertTrue(problem.detail().contains(why), problem::detail);
  }

  private static void noOutcome(String json, String why) {
    MalformedTelemetry problem =
        assertThrows(MalformedTelemetry.class, () -> OutcomeReader.read(bytes(json)));
    assertTrue(problem.detail().contains(why), problem::detail);
  }
}
