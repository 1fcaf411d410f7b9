// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RuleTimelineTest {
  private static AcceptedRule rule(String id, int version, long fromMs, boolean removed) {
    return new AcceptedRule(id, version, fromMs, removed, "");
  }

  private static RuleTimeline of(List<AcceptedRule> rules) {
    RuleTimeline timeline = new RuleTimeline();
    rules.forEach(timeline::add);
    return timeline;
  }

  @Test
  void theGreatestVersionWhoseEpochHasComeHolds() {
    RuleTimeline timeline =
        of(
            List.of(
                rule("a", 1, Long.MIN_VALUE, false),
                rule("a", 2, 100, false),
                rule("a", 3, 200, true),
                rule("b", 1, 150, false)));

    assertEquals(1, timeline.at(99).get(0).version());
    assertEquals(2, timeline.at(100).get(0).version());
    assertEquals(2, timeline.at(199).size());
    assertEquals(List.of(rule("b", 1, 150, false)), timeline.at(200));
    assertEquals(100, timeline.nextEpochMs(Long.MIN_VALUE));
    assertEquals(150, timeline.nextEpochMs(100));
    assertEquals(Long.MAX_VALUE, timeline.nextEpochMs(200));
  }

  @Test
  void aNewReleaseOutranksALiveRuleOfSmallerVersion() {
    RuleTimeline timeline =
        of(List.of(rule("a", 2, 100, false), rule("a", 3, Long.MIN_VALUE, false)));

    assertEquals(3, timeline.at(500).get(0).version());
  }

  @Test
  void ofTwoRulesOfOneVersionTheOneStaysThatHoldsEarlier() {
    List<AcceptedRule> rules =
        List.of(rule("a", 2, Long.MIN_VALUE, false), rule("a", 2, 100, false));

    assertEquals(Long.MIN_VALUE, of(rules).at(500).get(0).effectiveMs());
    assertEquals(1, of(rules).at(50).size());
  }

  @Property(tries = 300)
  void whatIsForgottenIsNotMissed(
      @ForAll("rules") List<AcceptedRule> rules,
      @ForAll @IntRange(min = -1100, max = 1100) int at) {
    RuleTimeline whole = of(rules);
    RuleTimeline kept = of(rules);
    List<AcceptedRule> forgotten = kept.forgetBefore(at);

    assertEquals(rules.size(), kept.all().size() + forgotten.size());
    for (long later = at; later <= 1100; later++) {
      assertEquals(whole.at(later), kept.at(later));
    }
  }

  @Property(tries = 200)
  void theOrderOfComingDoesNotMatter(@ForAll("rules") List<AcceptedRule> rules, @ForAll int at) {
    List<AcceptedRule> turned = new ArrayList<>(rules);
    Collections.reverse(turned);

    assertEquals(of(rules).at(at), of(turned).at(at));
    assertEquals(of(rules).nextEpochMs(at), of(turned).nextEpochMs(at));
  }

  @Provide
  Arbitrary<List<AcceptedRule>> rules() {
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"),
            Arbitraries.integers().between(1, 6),
            Arbitraries.longs().between(-1000, 1000),
            Arbitraries.of(true, false))
        .as(RuleTimelineTest::rule)
        .list()
        .uniqueElements(rule -> rule.id() + rule.version())
        .ofMaxSize(12);
  }
}
