// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static io.signalbox.analytics.signals.Halves.client;
import static io.signalbox.analytics.signals.Halves.server;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeJoinTest {
  private final EdgeJoin join = new EdgeJoin(EdgeJoinSettings.DEFAULT);

  @Test
  void theCalleeIsWhoAnsweredAndTheWireTimeIsWhatItDidNotTake() {
    List<EdgeCell> cells =
        Halves.joined(join, client(1, "shop", "c:80", 1200, 900), server(1, "cart", 1100, 300));
    assertEquals(1, cells.size());
    EdgeCell cell = cells.get(0);
    assertEquals("shop>cart@c:80 1000", name(cell));
    assertArrayEquals(new int[] {DurationSketch.binOf(900)}, cell.durationBins());
    assertArrayEquals(new int[] {DurationSketch.binOf(600)}, cell.wireBins());
  }

  @Test
  void aServerThatTookLongerThanItsClientLeavesNoWireTime() {
    List<EdgeCell> cells =
        Halves.joined(join, client(1, "shop", "", 1200, 900), server(1, "cart", 9100, 8_000_000));
    assertArrayEquals(new int[] {0}, cells.get(0).wireBins());
  }

  @Test
  void aCallThatNoOneAnswersInTimeHasNoCallee() {
    List<EdgeCell> cells =
        Halves.joined(join, client(1, "shop", "c", 1200, 900), server(1, "cart", 12_000, 300));
    assertEquals(List.of("shop>@c 1000"), names(cells));
    assertEquals(1, join.orphans());
  }

  @Test
  void anAnswerInTheLastTickOfTheTimeToLiveStillCounts() {
    List<EdgeCell> cells =
        Halves.joined(join, client(1, "shop", "c", 1200, 900), server(1, "cart", 11_999, 300));
    assertEquals(List.of("shop>cart@c 1000"), names(cells));
  }

  @Test
  void aServerMayEndLongBeforeItsClient() {
    List<EdgeCell> cells =
        Halves.joined(join, server(1, "cart", 1000, 3), client(1, "shop", "c", 11_500, 900));
    assertEquals(List.of("shop>cart@c 11000"), names(cells));
  }

  @Test
  void aServerWhoseParentIsNoClientSpanMakesNoEdge() {
    assertEquals(List.of(), Halves.joined(join, server(1, "cart", 1000, 3)));
    assertEquals(1, join.orphans());
  }

  @Test
  void aServiceCallingItselfMakesNoEdge() {
    assertEquals(
        List.of(), Halves.joined(join, client(1, "a", "a", 1000, 9), server(1, "a", 1000, 3)));
  }

  @Test
  void eachConsumerOfAMessageIsACallOfItsOwn() {
    List<EdgeCell> cells =
        Halves.joined(
            join,
            client(1, "shop", "topic", 1000, 9),
            server(1, "mail", 3000, 500),
            server(1, "bank", 2000, 500));
    assertEquals(List.of("shop>bank@topic 1000", "shop>mail@topic 1000"), names(cells));
  }

  @Test
  void aServiceInstrumentedTwiceAnswersOnceWithItsOutermostSpan() {
    List<EdgeCell> cells =
        Halves.joined(
            join,
            client(1, "shop", "c", 1500, 1000),
            server(1, "cart", 1400, 200),
            server(1, "cart", 1450, 800));
    assertEquals(1, cells.get(0).calls());
    assertArrayEquals(new int[] {DurationSketch.binOf(200)}, cells.get(0).wireBins());
  }

  @Test
  void whenTooManyWaitTheOldestGoesUnansweredAndIsCounted() {
    EdgeJoin small = new EdgeJoin(new EdgeJoinSettings(10_000, 2));
    List<EdgeCell> cells =
        Halves.joined(
            small,
            client(1, "shop", "first", 1000, 9),
            client(2, "shop", "second", 2000, 9),
            client(3, "shop", "third", 3000, 9),
            server(1, "cart", 4500, 5));
    assertEquals(
        List.of("shop>@first 1000", "shop>@second 2000", "shop>@third 3000"), names(cells));
    assertEquals(2, small.evicted());
  }

  @Test
  void callsOfOneTickAreCountedTogetherWhenTheTimeToLiveIsOver() {
    join.fold(1000, List.of(client(1, "shop", "c", 1000, 9), client(2, "shop", "c", 1999, 9)));
    List<EdgeCell> cells = new ArrayList<>();
    assertEquals(12_000, join.nextWakeMs());
    join.advance(11_999, cells::add);
    assertTrue(cells.isEmpty());
    join.advance(12_000, cells::add);
    assertEquals(2, cells.get(0).calls());
    assertTrue(join.isEmpty());
    assertEquals(Long.MAX_VALUE, join.nextWakeMs());
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new EdgeJoinSettings(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new EdgeJoinSettings(1, 0));
  }

  private static List<String> names(List<EdgeCell> cells) {
    return cells.stream().map(EdgeJoinTest::name).toList();
  }

  private static String name(EdgeCell cell) {
    return cell.caller() + ">" + cell.callee() + "@" + cell.peer() + " " + cell.tickMs();
  }
}
