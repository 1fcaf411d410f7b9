// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final long HOUR = 60 * 60_000L;

  private static PatternEvent event(String service) {
    return new EventBuilder(T0, "prod", service).text(EventField.ID, "1").build("symptom.restart");
  }

  private static List<String> told(Hub hub, PatternEvent event, long atMs) {
    List<String> told = new ArrayList<>();
    hub.deliver(
        event,
        atMs,
        seen -> {
          assertEquals(event.text(EventField.SERVICE), seen.text(EventField.SERVICE));
          told.add(
              seen.key() + " " + seen.text(EventField.OBSERVER) + " " + seen.text(EventField.ROLE));
        });
    return told;
  }

  @Test
  void callersAndCalleesAreToldInTheirRoles() {
    Hub hub = new Hub("service|prod/pay", 256);
    hub.see("shop", Role.CALLEE, T0);
    hub.see("bank", Role.CALLER, T0);
    hub.see("bank", Role.CALLEE, T0);
    assertEquals(
        List.of(
            "neighbourhood|prod/bank bank CALLEE",
            "neighbourhood|prod/bank bank CALLER",
            "neighbourhood|prod/shop shop CALLEE"),
        told(hub, event("pay"), T0));
  }

  @Test
  void whoSharesAPlaceIsToldAndTheServiceItselfIsNot() {
    Hub hub = new Hub("node|prod/n1", 256);
    hub.see("pay", Role.SAME_NODE, T0);
    hub.see("shop", Role.SAME_NODE, T0);
    assertEquals(List.of("neighbourhood|prod/shop shop SAME_NODE"), told(hub, event("pay"), T0));
  }

  @Test
  void beyondTheFanOutNeighboursAreCountedAndNotTold() {
    Hub hub = new Hub("service|prod/pay", 256);
    for (int i = 0; i < 20_010; i++) {
      hub.see("caller" + (100_000 + i), Role.CALLEE, T0);
    }
    List<String> told = told(hub, event("pay"), T0);
    assertEquals(256, told.size());
    assertTrue(told.get(255).startsWith("neighbourhood|prod/caller100255 "));
    assertEquals(Hub.MOST_MEMBERS - 256, hub.cutOff);
    assertEquals(10, hub.refused);
  }

  @Test
  void whoWasNotSeenForAnHourIsNoNeighbourWhetherSweptOrNot() {
    Hub hub = new Hub("service|prod/pay", 256);
    hub.see("shop", Role.CALLEE, T0);
    hub.seeAt("zone|prod/z", T0);
    assertEquals(1, told(hub, event("pay"), T0 + HOUR).size());
    assertEquals(0, told(hub, event("pay"), T0 + HOUR + 1).size());
    hub.sweep(T0 + 2 * HOUR);
    assertTrue(hub.isEmpty());
    assertEquals(Long.MAX_VALUE, hub.nextWakeMs());
  }

  @Test
  void anEventOfAServiceThatIsAtOnePlaceNamesItAndGoesThere() {
    Hub hub = new Hub("service|prod/pay", 256);
    hub.seeAt("node|prod/n1", T0);
    hub.seeAt("zone|prod/z1", T0);
    hub.seeAt("zone|prod/z2", T0);
    List<PatternEvent> own = new ArrayList<>();
    hub.own(event("pay"), T0, own::add);
    assertEquals("service|prod/pay", own.get(0).key());
    assertEquals("n1", own.get(0).text(EventField.NODE));
    assertEquals("", own.get(0).text(EventField.ZONE));
    List<String> there = new ArrayList<>();
    hub.atPlaces(
        event("pay"),
        T0,
        (place, seen) ->
            there.add(place + seen.text(EventField.NODE) + seen.text(EventField.ZONE)));
    assertEquals(List.of("node|prod/n1n1", "zone|prod/z1z1", "zone|prod/z2z2"), there);
  }

  @Test
  void callsThatDoubleAreAnEventOfTheEdgeUntilTheyAreUsualAgain() {
    Hub hub = new Hub("service|prod/shop", 256);
    for (int i = 0; i < 20; i++) {
      assertNull(hub.calls("prod", "shop", "pay", 100, T0 + i * 10_000L));
    }
    PatternEvent opened = hub.calls("prod", "shop", "pay", 250, T0 + 200_000);
    assertNotNull(opened);
    assertEquals("edge.opened", opened.type());
    assertEquals("edge_rate", opened.text(EventField.SIGNAL));
    assertEquals(2.5, opened.number(EventField.RATIO));
    assertNull(hub.calls("prod", "shop", "pay", 260, T0 + 210_000));
    assertNull(hub.calls("prod", "shop", "pay", 100, T0 + 220_000));
    assertNull(hub.calls("prod", "shop", "pay", 100, T0 + 230_000));
    PatternEvent closed = hub.calls("prod", "shop", "pay", 100, T0 + 240_000);
    assertNotNull(closed);
    assertEquals("edge.closed", closed.type());
  }

  @Test
  void callsThatStayDoubledAreToldAgainEachThirdWindowAndFewerAreNot() {
    Hub hub = new Hub("service|prod/shop", 256);
    for (int i = 0; i < 20; i++) {
      assertNull(hub.calls("prod", "shop", "pay", 100, T0 + i * 10_000L));
    }
    assertNotNull(hub.calls("prod", "shop", "pay", 250, T0 + 200_000));
    assertNull(hub.calls("prod", "shop", "pay", 300, T0 + 210_000));
    assertNull(hub.calls("prod", "shop", "pay", 300, T0 + 220_000));
    PatternEvent again = hub.calls("prod", "shop", "pay", 300, T0 + 230_000);
    assertNotNull(again);
    assertEquals("edge.updated", again.type());
    assertEquals(3, again.number(EventField.RATIO));
    for (int i = 4; i < 12; i++) {
      assertNull(hub.calls("prod", "shop", "pay", 190, T0 + 200_000 + i * 10_000L));
    }
  }
}
