// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExperiencePropertyTest {
  private static final Comparator<Outcome> LATEST =
      Comparator.comparing(Outcome::at).thenComparing(Outcome::outcome);

  @Provide
  Arbitrary<List<Outcome>> outcomes() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 8),
            Arbitraries.of("a", "b", "c"),
            Arbitraries.of(OutcomeKind.class),
            Arbitraries.integers().between(0, 5))
        .as((incident, book, kind, second) -> outcome("i" + incident, book, kind, second))
        .list()
        .ofMaxSize(40);
  }

  private static Outcome outcome(String incident, String book, OutcomeKind kind, int second) {
    return new Outcome(incident, "prod", book, kind, Told.NOON.plusSeconds(second));
  }

  private static OutcomeLog log(List<Outcome> outcomes) {
    OutcomeLog log = new OutcomeLog();
    outcomes.forEach(log::add);
    return log;
  }

  /** Of all that is said of an incident and a runbook the last word counts, once. */
  private static Tally slowly(List<Outcome> outcomes, String book) {
    TreeMap<String, Outcome> last = new TreeMap<>();
    for (Outcome one : outcomes) {
      if (one.runbook().equals(book)) {
        last.merge(one.incident(), one, (x, y) -> LATEST.compare(x, y) >= 0 ? x : y);
      }
    }
    Tally tally = Tally.NONE;
    for (Outcome one : last.values()) {
      tally = tally.plus(one.outcome());
    }
    return tally;
  }

  @Property(tries = 500)
  void eachIncidentAndRunbookCountsOnceWhateverTheOrder(
      @ForAll("outcomes") List<Outcome> outcomes, @ForAll Random random) {
    List<Outcome> shuffled = new ArrayList<>(outcomes);
    shuffled.addAll(outcomes);
    Collections.shuffle(shuffled, random);
    for (String book : List.of("a", "b", "c")) {
      assertEquals(slowly(outcomes, book), log(shuffled).of(book));
    }
  }

  @Property(tries = 500)
  void theSuccessRateLiesBetweenWhatIsBelievedAndWhatWasSeen(
      @ForAll("outcomes") List<Outcome> outcomes) {
    Tally tally = log(outcomes).of("a");
    double rate = tally.successRate(0.5);
    double seen = tally.tried() == 0 ? 0.5 : (double) tally.worked() / tally.tried();
    assertTrue(rate >= Math.min(0.5, seen) && rate <= Math.max(0.5, seen));
  }

  @Test
  void whatIsOldIsCountedAndNotKeptAndNotCountedAgain() {
    OutcomeLog log = new OutcomeLog();
    for (int i = 0; i < 2 * OutcomeLog.MOST; i++) {
      assertTrue(log.add(outcome("i" + i, "a", OutcomeKind.WORKED, i)));
    }
    assertEquals(OutcomeLog.MOST, log.kept().size());
    assertEquals(2 * OutcomeLog.MOST, log.of("a").worked());
    assertFalse(log.add(outcome("i3", "a", OutcomeKind.WORKED, 3)));
    assertEquals(2 * OutcomeLog.MOST, log.of("a").worked());
  }

  private static PastIncident past(int number) {
    Told told = new Told().id("inc-" + number).evidence("duration", "Get");
    return PastIncident.of(told.resolvedAt(Told.NOON.plusSeconds(number)).incident());
  }

  @Property(tries = 20)
  void thePastIsBoundedAndItsOrderMakesNoDifference(@ForAll Random random) {
    List<PastIncident> all = new ArrayList<>();
    for (int i = 0; i < PastIncidents.MOST; i++) {
      all.add(past(i));
    }
    Collections.shuffle(all, random);
    PastIncidents past = new PastIncidents();
    all.forEach(past::add);
    past.add(past(PastIncidents.MOST));

    assertEquals(PastIncidents.MOST, past.all().size());
    assertEquals(List.of("inc-200", "inc-199", "inc-198"), past.like(past(-1)));
  }
}
