// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FlapTest {
  private static final Duration MOST = Duration.ofMinutes(3);

  private static Play shop() {
    return new Play().calls("frontend", "checkout", 0, 600).calls("checkout", "payment", 0, 600);
  }

  private static List<String> steps(List<Incident> revisions) {
    return revisions.stream().map(one -> one.revision() + " " + one.status()).toList();
  }

  /** Calls that fail for a minute, again and again, with the given calm between. */
  private static Play flapping(List<Integer> calms) {
    Play play = shop();
    int from = 600;
    for (int calm : calms) {
      play.errors("payment", from, from + 60, 0.5);
      from += 60 + calm;
    }
    return play.errors("payment", from, from + 60, 0.5);
  }

  @Example
  void whatWasReopenedTwiceIsHeldOpenThroughTheSameCalm() {
    List<Incident> found = flapping(List.of(115, 115, 115, 115)).until(3000);
    assertEquals(
        List.of("1 OPEN", "2 RESOLVED", "3 REOPENED", "4 RESOLVED", "5 REOPENED", "6 RESOLVED"),
        steps(found));
    Incident last = found.get(5);
    assertEquals(Play.at(600 + 4 * 175 + 60), last.resolvedAt());
    Duration took = Duration.between(last.resolvedAt(), last.updatedAt());
    assertTrue(took.compareTo(Duration.ofSeconds(160)) > 0, took.toString());
  }

  @Property(tries = 60)
  void anIncidentIsNeverOpenLongerThanThreeMinutesAfterItsLastEvidence(
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 400) Integer> calms) {
    List<Incident> found = flapping(calms).until(5000);
    found.stream()
        .filter(one -> one.resolvedAt() != null)
        .forEach(
            one -> {
              Duration took = Duration.between(one.resolvedAt(), one.updatedAt());
              assertTrue(took.compareTo(MOST) <= 0, took.toString());
            });
    assertEquals(IncidentStatus.RESOLVED, found.get(found.size() - 1).status());
  }

  @Property(tries = 60)
  void revisionsAreOneMoreEachAndAnIncidentIsReopenedSoonOrNever(
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 400) Integer> calms) {
    TreeMap<String, List<Incident>> byId = new TreeMap<>();
    for (Incident one : flapping(calms).until(5000)) {
      byId.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one);
    }
    for (List<Incident> life : byId.values()) {
      for (int i = 0; i < life.size(); i++) {
        assertEquals(i + 1, life.get(i).revision());
      }
    }
    long late = calms.stream().filter(calm -> calm > 120).count();
    long veryLate = calms.stream().filter(calm -> calm > 170).count();
    assertTrue(byId.size() <= 1 + late, calms.toString());
    assertTrue(byId.size() >= 1 + veryLate, calms.toString());
  }
}
