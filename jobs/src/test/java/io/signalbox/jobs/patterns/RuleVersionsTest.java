// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import static io.signalbox.jobs.patterns.LiveRulesTest.MINUTE;
import static io.signalbox.jobs.patterns.LiveRulesTest.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.catalogue.AcceptedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.junit.jupiter.api.Test;

class RuleVersionsTest {
  private static final int HOURS = 400;
  private static final long HOUR = 60 * MINUTE;
  private static final List<AcceptedRule> SHIPPED =
      List.of(LiveRulesTest.rule(1, Long.MIN_VALUE, false, "symptom.restart"));

  /** A version for each hour, matching other events than the one before. */
  private static AcceptedRule version(int hour) {
    String type = hour % 2 == 0 ? "symptom.restart" : "symptom.pending";
    return LiveRulesTest.rule(hour + 2, T0 + hour * HOUR, false, type);
  }

  /** Twice in a row the same symptom, now within an hour and now across its end. */
  private static List<PatternEvent> events(int hour) {
    List<PatternEvent> events = new ArrayList<>();
    for (String type : List.of("symptom.restart", "symptom.pending")) {
      for (int minute : new int[] {57, 61, 65}) {
        long atMs = T0 + (hour - 1) * HOUR + minute * MINUTE;
        Map<EventField, Object> fields =
            Map.of(EventField.SERVICE, "pay", EventField.ID, type + hour + "-" + minute);
        events.add(new PatternEvent("service|prod/pay", atMs, type, fields));
      }
    }
    return events;
  }

  private static LiveRun fed(LiveRun run, int hours, boolean rulesInTime) throws Exception {
    for (int hour = 0; hour < hours; hour++) {
      if (rulesInTime) {
        run.rule(version(hour));
      }
      for (PatternEvent event : events(hour)) {
        run.event(event);
      }
      run.watermark(T0 + hour * HOUR + 6 * MINUTE);
    }
    return run;
  }

  @Test
  void versionsThatCannotHoldAnyMoreAreForgottenAndMakeNoDifference() throws Exception {
    LiveRun early = new LiveRun(new HashMapStateBackend(), SHIPPED);
    for (int hour = 0; hour < 90; hour++) {
      early.rule(version(hour)); // before any event: nothing can be forgotten yet
    }
    List<String> expected = fed(early, 90, false).end();
    assertFalse(expected.isEmpty());

    LiveRun later = new LiveRun(new HashMapStateBackend(), SHIPPED);
    fed(later, 90, true).killAndRestore();
    assertEquals(expected, later.end());
  }

  @Test
  void stateStaysAsSmallAsTheVersionsOfADay() throws Exception {
    LiveRun run = new LiveRun(new HashMapStateBackend(), SHIPPED);
    long afterTwoDays = fed(run, 48, true).stateSize();
    long oneVersion = version(0).text().length();
    long afterAll = fed(new LiveRun(new HashMapStateBackend(), SHIPPED), HOURS, true).stateSize();

    assertTrue(afterAll < afterTwoDays + 2 * oneVersion, afterTwoDays + " grew to " + afterAll);
    assertTrue(afterAll < 40 * oneVersion, afterAll + " bytes");
  }
}
