// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertainItemsTest {
  private static CertainItems.Stretch stretch(String key, long from, long to) {
    return new CertainItems.Stretch(key, from, to);
  }

  @Test
  void nothingIsCertainBeforeItsCheckpointIsComplete() {
    CertainItems items = new CertainItems();
    assertEquals(0, items.add("a"));
    assertEquals(1, items.add("a"));
    items.snapshot(1);
    assertEquals(2, items.add("a"));
    assertEquals(0, items.add("b"));
    assertEquals(List.of(), items.next(9));
    items.completed(1);
    assertEquals(List.of(stretch("a", 0, 2)), items.next(9));
    assertEquals(4, items.waiting());
  }

  @Test
  void aCheckpointThatFailsIsMadeUpForByTheNext() {
    CertainItems items = new CertainItems();
    items.add("a");
    items.snapshot(1);
    items.add("a");
    items.snapshot(2);
    items.completed(2);
    assertEquals(List.of(stretch("a", 0, 2)), items.next(9));
    items.completed(1);
    assertEquals(List.of(stretch("a", 0, 2)), items.next(9));
  }

  @Test
  void whatIsWrittenIsNotWrittenAgainAndInBatchesNoKeyIsSkipped() {
    CertainItems items = new CertainItems();
    for (int i = 0; i < 3; i++) {
      items.add("a");
      items.add("b");
    }
    items.snapshot(1);
    items.completed(1);
    List<CertainItems.Stretch> first = items.next(4);
    assertEquals(List.of(stretch("a", 0, 3), stretch("b", 0, 1)), first);
    items.written(first);
    assertEquals(List.of(stretch("b", 1, 3)), items.next(4));
    assertEquals(2, items.waiting());
    assertThrows(IllegalStateException.class, () -> items.written(first));
  }

  @Test
  void whatACheckpointHeldIsCertainAndNumbersGoOn() {
    CertainItems items = new CertainItems();
    items.restore("a", 5, 7);
    items.restore("b", 3, 3);
    assertEquals(List.of(stretch("a", 5, 7)), items.next(9));
    assertEquals(7, items.add("a"));
    assertEquals(3, items.add("b"));
    assertEquals(List.of(stretch("a", 5, 7)), items.next(9));
    assertEquals(4, items.waiting());
  }
}
