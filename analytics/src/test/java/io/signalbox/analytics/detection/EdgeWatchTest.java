// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Watching.START_MS;
import static io.signalbox.analytics.detection.Watching.calls;
import static io.signalbox.analytics.detection.Watching.cell;
import static io.signalbox.analytics.detection.Watching.unanswered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeWatchTest {
  private final Watching watching = new Watching();

  @Test
  void aWindowTellsWhatWentOverAnEdge() {
    watching.pass(1, calls("cart", 40, 3, 2000)).settle();
    EdgeWindow window = watching.windows.get(0);
    assertEquals(List.of("shop", "cart"), List.of(window.caller(), window.callee()));
    assertEquals(Instant.ofEpochMilli(START_MS), window.startAt());
    assertEquals(
        List.of(40L, 3L, 40L), List.of(window.calls(), window.errors(), window.answered()));
    assertEquals(10_000, (double) window.durationP50Us(), 200);
    assertEquals(2000, (double) window.wireP99Us(), 40);
    assertFalse(window.calleeSilent());
  }

  @Test
  void aWindowIsClosedWhenItsCallsHaveWaitedForTheirAnswers() {
    watching.watch.fold(START_MS + 14_000, List.of());
    watching.pass(1, calls("cart", 1, 0, 9));
    assertEquals(START_MS + 22_000, watching.watch.nextWakeMs());
    watching.rest(11_999);
    assertTrue(watching.windows.isEmpty());
    watching.rest(1);
    assertEquals(1, watching.windows.size());
  }

  @Test
  void aCellThatComesWhenItsWindowIsDueIsCountedAsLate() {
    watching.pass(1, calls("cart", 5, 0, 9)).settle();
    var stale = cell("cart", "", "GET", 7, 0, 9, 9);
    watching.watch.fold(START_MS + 30_000, List.of(stale));
    assertEquals(7, watching.watch.late);
    assertEquals(1, watching.settle().windows.size());
  }

  @Test
  void aCallNoOneAnsweredGoesToWhoAnswersAtThatAddress() {
    watching.pass(1, calls("cart", 5, 0, 9), unanswered("cart:80", 2, 100)).settle();
    assertEquals(1, watching.windows.size());
    assertEquals(7, watching.windows.get(0).calls());
    assertEquals(5, watching.windows.get(0).answered());
  }

  @Test
  void aPeerThatSendsNoTelemetryIsANodeUnderItsOwnName() {
    watching.pass(1, unanswered("redis-cart:6379", 2, 100)).settle();
    assertEquals("redis-cart", watching.windows.get(0).callee());
    assertTrue(watching.windows.get(0).calleeSilent());
  }

  @Test
  void callsThatSayNothingOfTheirPeerAreCountedAndMakeNoNode() {
    watching.pass(1, unanswered("", 3, 100), unanswered("localhost:80", 4, 100)).settle();
    assertTrue(watching.windows.isEmpty());
    assertEquals(7, watching.watch.unresolved);
  }

  @Test
  void anOperationOnlyOneEverAnsweredTellsWhoWasMeant() {
    watching.pass(1, c -> c.add(cell("bank", "10.0.0.1", "Charge", 5, 0, 9, 9))).settle();
    watching.pass(1, c -> c.add(cell("", "10.0.0.2", "Charge", 5, 0, 9, -1))).settle();
    assertEquals("bank", watching.windows.get(1).callee());
    assertFalse(watching.windows.get(1).calleeSilent());
  }

  @Test
  void anOperationThatManyAnswerTellsNothing() {
    watching.pass(1, calls("bank", 5, 0, 9), calls("cart", 5, 0, 9)).settle();
    watching.pass(1, unanswered("10.0.0.2", 5, 100)).settle();
    assertEquals("10.0.0.2", watching.windows.get(2).callee());
  }

  @Test
  void anAddressThatChangesHandsIsLearnedAnew() {
    watching.pass(9, c -> c.add(cell("bank", "10.0.0.1", "GET", 500, 0, 9, 9)));
    watching.pass(1, c -> c.add(cell("cart", "10.0.0.1", "GET", 100, 0, 9, 9))).settle();
    watching.pass(1, unanswered("10.0.0.1", 5, 100)).settle();
    assertEquals("cart", watching.windows.get(10).callee());
  }

  @Test
  void calleesBeyondTheBoundAreCountedTogether() {
    Watching small = new Watching(new EdgeWatchSettings(10_000, 2000, 2, 10, 10));
    small.pass(
        1, calls("a", 1, 0, 9), calls("b", 1, 0, 9), calls("c", 1, 0, 9), calls("d", 1, 0, 9));
    assertEquals(
        List.of("a", "b", "other"),
        small.settle().windows.stream().map(EdgeWindow::callee).toList());
    assertEquals(2, small.windows.get(2).calls());
  }

  @Test
  void cutsBeyondTheBoundAreCountedTogether() {
    Watching small = new Watching(new EdgeWatchSettings(10_000, 2000, 9, 9, 2));
    small.pass(1, unanswered("a", 1, 9), unanswered("b", 1, 9), unanswered("c", 1, 9)).settle();
    assertEquals(
        List.of("a", "b", "other"), small.windows.stream().map(EdgeWindow::callee).toList());
  }

  @Test
  void anEdgeIsForgottenAfterADayWithoutCalls() {
    watching.pass(1, calls("cart", 5, 0, 9)).settle();
    watching.rest(EdgeWatch.FORGET_MS - 1);
    assertFalse(watching.watch.isEmpty());
    assertEquals(watching.nextMs + 1, watching.watch.nextWakeMs());
    watching.rest(1);
    assertTrue(watching.watch.isEmpty());
    assertTrue(watching.watch.peers.addresses.isEmpty());
    assertEquals(Long.MAX_VALUE, watching.watch.nextWakeMs());
  }
}
