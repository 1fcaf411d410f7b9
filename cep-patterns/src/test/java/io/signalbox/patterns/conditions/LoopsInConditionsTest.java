// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions that go through all events that a stage has taken. */
class LoopsInConditionsTest {
  private static final Set<String> STAGES = Set.of("errors");

  @Test
  void aServiceThatWasNotTakenYetIsNew() {
    Condition isNew = Conditions.compile("!all.errors.exists(x, x.service == e.service)", STAGES);

    assertTrue(isNew.test(of("cart"), taken()));
    assertTrue(isNew.test(of("cart"), taken("ad", "email")));
    assertFalse(isNew.test(of("cart"), taken("ad", "cart")));
    assertEquals(0, isNew.failures());
  }

  @Test
  void whatWasTakenCanBeCountedAndFiltered() {
    Condition condition =
        Conditions.compile(
            "all.errors.filter(x, x.service != errors.service).size() >= 2"
                + " && all.errors.all(x, x.time <= e.time)",
            STAGES);

    assertTrue(condition.test(of("cart"), taken("ad", "email", "cart")));
    assertFalse(condition.test(of("cart"), taken("ad", "cart", "cart")));
    assertEquals(0, condition.failures());
  }

  @Test
  void aLoopCanBeWrittenAgain() {
    ConditionFacts facts =
        ConditionFacts.of("!all.errors.exists(x, x.service == e.service)", STAGES);

    assertEquals(Set.of("!all.errors.exists(x, x.service == e.service)"), facts.parts());
  }

  private static PatternEvent of(String service) {
    return new PatternEvent("k", 1000, "anomaly.opened", Map.of(EventField.SERVICE, service));
  }

  private static Taken taken(String... services) {
    List<PatternEvent> events = List.of(services).stream().map(LoopsInConditionsTest::of).toList();
    return stage -> stage.equals("errors") ? events : List.of();
  }
}
