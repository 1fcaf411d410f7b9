// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class FeedbackLogTest {
  private static final String CPU = "cpu{host=a}";

  private final FeedbackLog log = new FeedbackLog();

  @Example
  void aConfirmationDoublesTheBudgetOfItsSeriesAndAnObjectionLeavesAnEighth() {
    log.add(said("a", 10, CPU, FeedbackKind.NORMAL));
    assertEquals(1, log.multiplier(CPU, 9));
    assertEquals(1 / 8.0, log.multiplier(CPU, 10));
    assertEquals(1, log.multiplier("other", 10));
    log.add(said("b", 20, CPU, FeedbackKind.NORMAL));
    log.add(said("c", 30, CPU, FeedbackKind.CONFIRMED));
    assertEquals(1 / 64.0, log.multiplier(CPU, 20));
    assertEquals(1 / 32.0, log.multiplier(CPU, 30));
  }

  @Example
  void whatIsSaidOfTheServiceHoldsForAllItsSeries() {
    log.add(said("a", 10, null, FeedbackKind.NORMAL));
    log.add(said("b", 10, CPU, FeedbackKind.NORMAL));
    assertEquals(1 / 8.0, log.multiplier("other", 10));
    assertEquals(1 / 64.0, log.multiplier(CPU, 10));
    assertEquals(
        List.of(
            new BudgetEffect(null, 1 / 8.0, 0, 1, List.of("a")),
            new BudgetEffect(CPU, 1 / 64.0, 0, 2, List.of("a", "b"))),
        log.effects(10));
  }

  @Example
  void whatIsTakenBackLeavesNoTraceFromThenOn() {
    log.add(said("a", 10, CPU, FeedbackKind.NORMAL));
    log.add(withdrawal("w", 20, "a"));
    assertEquals(1 / 8.0, log.multiplier(CPU, 19));
    assertEquals(1, log.multiplier(CPU, 20));
    assertEquals(List.of(), log.effects(20));
  }

  @Example
  void whatIsForgottenIsForgottenBeforeItsWithdrawal() {
    log.add(said("z", 10, CPU, FeedbackKind.NORMAL));
    log.add(withdrawal("a", 10, "z"));
    for (int i = 0; i < FeedbackLog.STATEMENTS - 1; i++) {
      log.add(said("n" + i, 20, "other", FeedbackKind.NORMAL));
    }
    assertEquals(FeedbackLog.STATEMENTS, log.statements().size());
    assertEquals(1, log.multiplier(CPU, 30));
  }

  @Example
  void whatCannotBeUsedSaysWhy() {
    assertNull(said("a", 10, CPU, FeedbackKind.NORMAL).refusal());
    assertEquals("withdraws nothing", said("a", 10, CPU, FeedbackKind.WITHDRAWN).refusal());
    assertEquals("no id or no service", said("", 10, CPU, FeedbackKind.NORMAL).refusal());
    String endless = "x".repeat(Feedback.LONGEST + 1);
    assertEquals("a text too long", said("a", 10, endless, FeedbackKind.NORMAL).refusal());
  }

  @Example
  void whatWouldChangeThePastIsLate() {
    Feedback said = said("a", 10, CPU, FeedbackKind.NORMAL);
    assertFalse(said.isLate(9));
    assertTrue(said.isLate(10));
  }

  @Example
  void aSeriesMayBelongToEachInstanceThatItsSubjectMayName() {
    assertEquals(List.of(""), said("a", 10, "cpu{host=a}", FeedbackKind.NORMAL).instances());
    assertEquals(
        List.of("", "c", "b}@c"), said("a", 10, "m{x=a@b}@c", FeedbackKind.NORMAL).instances());
  }

  @Example
  void aLogThatIsSettledKeepsOnlyWhatIsInForce() {
    log.add(said("a", 10, CPU, FeedbackKind.NORMAL));
    log.add(said("b", 10, CPU, FeedbackKind.NORMAL));
    log.add(withdrawal("w", 20, "a"));
    log.add(withdrawal("v", 20, "nothing"));
    assertEquals(1, log.settle(), "one took back what nobody had said");
    assertEquals(List.of("b"), log.statements().stream().map(Feedback::id).toList());
    assertEquals(1 / 8.0, log.multiplier(CPU, 20));
  }

  @Property(tries = 300)
  void orderAndRepetitionDoNotMatter(
      @ForAll("statements") List<Feedback> statements, @ForAll Random random) {
    List<Feedback> shuffled = new ArrayList<>(statements);
    shuffled.addAll(statements.subList(0, statements.size() / 2));
    Collections.shuffle(shuffled, random);
    FeedbackLog other = of(shuffled);
    FeedbackLog one = of(statements);
    assertEquals(List.copyOf(one.statements()), List.copyOf(other.statements()));
    for (int at = 0; at < 12; at++) {
      assertEquals(one.effects(at), other.effects(at));
    }
  }

  @Property(tries = 300)
  void budgetsStayWithinBounds(@ForAll("statements") List<Feedback> statements) {
    FeedbackLog all = of(statements);
    for (BudgetEffect effect : all.effects(12)) {
      assertTrue(
          effect.multiplier() >= FeedbackLog.LEAST && effect.multiplier() <= FeedbackLog.MOST);
      assertEquals(effect.confirmed() + effect.normal(), effect.because().size());
    }
  }

  @Property(tries = 300)
  void takingEverythingBackIsAsIfNothingHadBeenSaid(
      @ForAll("statements") List<Feedback> statements) {
    FeedbackLog all = of(statements);
    for (Feedback said : statements) {
      all.add(withdrawal("back-" + said.id(), 11, said.id()));
    }
    assertEquals(List.of(), all.effects(11));
    assertEquals(1, all.multiplier(CPU, 11));
  }

  @Provide
  Arbitrary<List<Feedback>> statements() {
    Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    Arbitrary<String> series = Arbitraries.of(CPU, "memory").injectNull(0.3);
    return Combinators.combine(
            ids,
            Arbitraries.integers().between(0, 10),
            series,
            Arbitraries.of(FeedbackKind.class),
            ids)
        .as((id, at, about, kind, back) -> statement(id, at, about, kind, back))
        .list()
        .ofMaxSize(30);
  }

  private static FeedbackLog of(List<Feedback> statements) {
    FeedbackLog log = new FeedbackLog();
    statements.forEach(log::add);
    return log;
  }

  private static Feedback said(String id, long atMs, @Nullable String series, FeedbackKind kind) {
    return statement(id, atMs, series, kind, null);
  }

  private static Feedback withdrawal(String id, long atMs, String withdraws) {
    return statement(id, atMs, null, FeedbackKind.WITHDRAWN, withdraws);
  }

  private static Feedback statement(
      String id,
      long atMs,
      @Nullable String series,
      FeedbackKind kind,
      @Nullable String withdraws) {
    Instant at = Instant.ofEpochMilli(atMs);
    return new Feedback(id, at, "prod", "cart", series, kind, withdraws, null, "someone");
  }
}
