// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.DistinctSketch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final long DAY = 86_400_000;
  private static final Objective NAMED =
      RequestCountTest.objective("answers", null, Indicator.AVAILABILITY, 0);

  private static ObjectiveWindow window(long startMs, long requests, long bad) {
    Instant start = Instant.ofEpochMilli(startMs);
    String users = bad == 0 ? "" : user(bad * 31 + startMs).toText();
    return new ObjectiveWindow("", "answers", start, start.plusSeconds(10), requests, bad, users);
  }

  private static DistinctSketch user(long number) {
    return DistinctSketch.EMPTY.plus(new SplittableRandom(number).nextLong());
  }

  private static DistinctSketch users(List<ObjectiveWindow> windows, long fromMs, long toMs) {
    return windows.stream()
        .filter(one -> one.endAt().toEpochMilli() > fromMs)
        .filter(one -> one.startAt().toEpochMilli() < toMs)
        .map(one -> DistinctSketch.ofText(one.users()))
        .reduce(DistinctSketch.EMPTY, DistinctSketch::plus);
  }

  private static Spent sum(List<ObjectiveWindow> windows, long fromMs, long toMs) {
    Spent sum = Spent.NOTHING;
    for (ObjectiveWindow one : windows) {
      if (one.endAt().toEpochMilli() > fromMs && one.startAt().toEpochMilli() < toMs) {
        sum = sum.plus(one, NAMED.isMissed(one.requests(), one.bad()));
      }
    }
    return sum;
  }

  @Property(tries = 100)
  void whatWasSpentSinceAnIncidentBeganIsTheSumOfTheWindowsHoweverOftenItIsThinned(
      @ForAll long seed, @ForAll @IntRange(max = 5_000) int beganAfter) {
    Random random = new Random(seed);
    Ledger ledger = new Ledger();
    List<ObjectiveWindow> windows = new ArrayList<>();
    long beganMs = T0 + 10_000 + beganAfter * 10_000L + random.nextInt(10_000);
    TreeSet<Long> begun = new TreeSet<>(List.of(beganMs));
    long atMs = T0;
    for (int i = 0; i < 4_000; i++) {
      atMs += i > 0 && random.nextInt(20) == 0 ? random.nextInt(200) * 10_000L : 10_000;
      ObjectiveWindow window = window(atMs, 1 + random.nextInt(50), random.nextInt(2));
      windows.add(window);
      ledger.add(NAMED, window);
      if (random.nextInt(400) == 0) {
        ledger.thin(DAY, begun);
        ledger.forgetUsers(begun);
      }
    }
    ledger.thin(DAY, begun);

    long endMs = atMs + 10_000;
    assertEquals(sum(windows, beganMs, endMs), ledger.between(Math.min(beganMs, endMs), endMs));
    assertEquals(
        users(windows, beganMs, endMs), ledger.usersBetween(Math.min(beganMs, endMs), endMs));
    ledger.forgetUsers(new TreeSet<>());
    assertTrue(ledger.users().size() <= 361, () -> "" + ledger.users().size());
    assertTrue(ledger.totals().size() < 360 + 168 + 6, () -> "" + ledger.totals().size());
    long dayAgo = endMs - DAY;
    Spent inDay = ledger.before(endMs, DAY);
    Spent slice = sum(windows, dayAgo - 2 * DAY / 168 - 2_000_000, dayAgo);
    assertTrue(inDay.requests() >= sum(windows, dayAgo, endMs).requests());
    assertTrue(inDay.requests() <= sum(windows, dayAgo, endMs).requests() + slice.requests());
  }

  @Test
  void nothingIsKnownBeforeTheFirstWindow() {
    Ledger ledger = new Ledger();
    assertEquals(Spent.NOTHING, ledger.between(T0, T0 + 10_000));
    assertEquals(0, ledger.knownMs(T0));
    ledger.add(NAMED, window(T0, 100, 2));
    assertEquals(new Spent(100, 2, 10_000), ledger.between(T0 - DAY, T0 + 5_000));
    assertEquals(Spent.NOTHING, ledger.before(T0, DAY));
    assertEquals(10_000, ledger.knownMs(T0 + 10_000));
  }
}
