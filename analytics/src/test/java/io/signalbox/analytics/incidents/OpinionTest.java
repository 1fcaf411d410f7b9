// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OpinionTest {
  private static Suspect suspect(String node, String kind, String other) {
    return new Suspect(node, "service", null, 1, 1, List.of(evidence(kind, 3), evidence(other, 1)));
  }

  private static Evidence evidence(String kind, double weight) {
    return new Evidence(kind, "series", Play.START, "it is so", 1, 0, 0.001, weight);
  }

  private static RememberedIncident past(String id) {
    Blame first = Blame.of(suspect("cart", "metric", "errors"));
    Blame second = Blame.of(suspect("db", "edge_wire", "errors"));
    return new RememberedIncident(
        id, Play.START, Play.START, Play.START, null, 2, List.of(first, second));
  }

  private static Opinion opinion(String id, String incident, IncidentVerdict verdict, String by) {
    String cause = verdict == IncidentVerdict.REAL_CAUSE ? "db" : null;
    IncidentFeedback said =
        new IncidentFeedback(id, null, "", incident, null, verdict, cause, null, by);
    return Opinion.of(said, 0, past(incident));
  }

  @Example
  void aConfirmationSpeaksForWhatTheFirstSuspicionRestedOn() {
    Channels channels = Channels.of(List.of(opinion("o", "i", IncidentVerdict.CONFIRM, "ann")));
    assertEquals((4 + 0.75) / 4, channels.of("metric"));
    assertEquals((4 + 0.25) / 4, channels.of("errors"));
    assertEquals(1, channels.of("edge_wire"));
  }

  @Example
  void theRealCauseSpeaksForItsOwnEvidenceAndAgainstTheFirstSuspects() {
    Channels channels = Channels.of(List.of(opinion("o", "i", IncidentVerdict.REAL_CAUSE, "ann")));
    assertEquals(4 / (4 + 0.75), channels.of("metric"));
    assertEquals((4 + 0.75) / 4, channels.of("edge_wire"));
    assertEquals(1, channels.of("errors"));
  }

  @Example
  void noKindEverCountsMoreThanTwiceOrLessThanHalf() {
    List<Opinion> many = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(opinion("o" + i, "i" + i, IncidentVerdict.REAL_CAUSE, "ann"));
    }
    assertEquals(0.5, Channels.of(many).of("metric"));
    assertEquals(2, Channels.of(many).of("edge_wire"));
  }

  @Example
  void evidenceSaysWhenFeedbackMakesADifference() {
    Channels channels = Channels.of(List.of(opinion("o", "i", IncidentVerdict.CONFIRM, "ann")));
    Evidence heeded = channels.heed(evidence("metric", 2));
    assertEquals(2 * 4.75 / 4, heeded.weight());
    assertEquals("it is so; counts 1.19 times by feedback", heeded.statement());
    assertEquals(evidence("logs", 2), channels.heed(evidence("logs", 2)));
  }

  @Example
  void anIncidentCountsOnceByTheLatestThatIsNotTakenBack() {
    OpinionLog log = new OpinionLog();
    Opinion first = opinion("a", "i", IncidentVerdict.CONFIRM, "ann");
    Opinion second = opinion("b", "i", IncidentVerdict.CONFIRM, "bob");
    log.add(first);
    double once = log.channels().of("metric");
    log.add(second);
    log.add(second);
    assertEquals(once, log.channels().of("metric"));
    log.add(opinion("c", "i", IncidentVerdict.REJECT, "cyd"));
    assertTrue(log.channels().of("metric") < 1);
    log.remove(opinion("c", "i", IncidentVerdict.REJECT, "cyd"));
    assertEquals(once, log.channels().of("metric"));
    log.remove(second);
    log.remove(first);
    assertEquals(1, log.channels().of("metric"));
    assertEquals(new TreeMap<>(), log.all());
  }

  @Property(tries = 50)
  void theOrderOfOpinionsDoesNotMatterAndTakingThemBackUndoesThem(@ForAll int seed) {
    Random random = new Random(seed);
    List<Opinion> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      IncidentVerdict verdict = IncidentVerdict.values()[random.nextInt(3)];
      all.add(opinion("o" + i, "i" + random.nextInt(8), verdict, "ann"));
    }
    OpinionLog one = new OpinionLog();
    all.forEach(one::add);
    Collections.shuffle(all, random);
    OpinionLog other = new OpinionLog();
    all.forEach(other::add);
    assertEquals(one.all(), other.all());
    for (String kind : List.of("metric", "errors", "edge_wire")) {
      assertEquals(one.channels().of(kind), other.channels().of(kind));
    }
    all.forEach(other::remove);
    assertEquals(1, other.channels().of("metric"));
  }

  private static Play shop() {
    return new Play()
        .calls("frontend", "checkout", 0, 600)
        .calls("checkout", "payment", 0, 600)
        .errors("payment", 600, 700, 0.5);
  }

  private static String firstId() {
    return shop().until(900).get(0).id();
  }

  @Example
  void aVerdictIsHeardInTheNextIncidentOfTheEnvironment() {
    Play plain = shop().errors("payment", 2000, 2100, 0.5);
    Play told =
        shop()
            .says("f", firstId(), IncidentVerdict.CONFIRM, null, 1500)
            .errors("payment", 2000, 2100, 0.5);
    Play takenBack =
        shop()
            .says("f", firstId(), IncidentVerdict.CONFIRM, null, 1500)
            .says("g", "", IncidentVerdict.WITHDRAWN, "f", 1600)
            .errors("payment", 2000, 2100, 0.5);
    String said = told.until(2500).toString();
    assertTrue(said.contains("; counts 1.25 times by feedback"), said);
    assertFalse(plain.until(2500).toString().contains("by feedback"));
    assertEquals(plain.until(2500), takenBack.until(2500));
  }

  @Example
  void whatIsSaidOfAnIncidentThatIsNotKnownIsCountedAndChangesNothing() {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    List<Incident> out = new ArrayList<>();
    Play play = shop().says("f", "inc-other", IncidentVerdict.REJECT, null, 800);
    Play.run(situation, play.items(), 0, 1000, out);
    assertEquals(1, situation.lifecycle().unmatched);
    assertTrue(situation.lifecycle().opinions().all().isEmpty());
    assertEquals(shop().until(1000), out);
  }
}
