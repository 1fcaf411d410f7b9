// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.World;
import io.signalbox.simulator.world.Worlds;
import java.time.Duration;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultOrderTest {
  private static final World SHOP = Worlds.of(new Origin(1, 0), 12);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void anOrderSaysWhatWhereAndWhen() {
    FaultOrder order = FaultOrder.parse("bad-deploy:cart@20m+8m");
    assertEquals(FaultKind.BAD_DEPLOY, order.kind());
    assertEquals("cart", order.target());
    assertEquals(Duration.ofMinutes(20), order.start());
    assertEquals(Duration.ofMinutes(8), order.duration());
    assertEquals("bad-deploy:cart@20m+8m", order.toString());
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void aKindAloneIsOrderEnough(FaultKind kind) {
    Fault fault = FaultOrder.parse(kind.label()).in(SHOP, HOUR);
    assertEquals(Duration.ofMinutes(20).toNanos(), fault.window().from());
    assertEquals(Duration.ofMinutes(10).toNanos(), fault.window().length());
    assertTrue(kind.usualTarget().endsWith(fault.node()));
  }

  @ParameterizedTest
  @CsvSource({
    "bad-deply, choose one of bad-deploy",
    "bad-deploy@soon, is no length of time",
    "bad-deploy@, not of the form",
    "'', not of the form",
    "bad-deploy:a:b, not of the form"
  })
  void anOrderThatCannotBeReadSaysWhy(String text, String why) {
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> FaultOrder.parse(text))
                .getMessage());
    assertTrue(said.contains(why) && said.contains("'" + text + "'"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad-deploy:payments",
        "bad-deploy:payment-db",
        "slow-edge:cart/payment",
        "slow-edge:payment/moon",
        "provider-429:payment",
        "memory-leak@55m+6m",
        "retry-storm@10m+0s",
        "dependency-outage:moon"
      })
  void anOrderThatCannotBeFulfilledSaysWhy(String text) {
    FaultOrder order = FaultOrder.parse(text);
    String said =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> order.in(SHOP, HOUR)).getMessage());
    assertTrue(said.startsWith("fault '" + order + "': "), said);
  }

  @Test
  void aSmallShopHasNoAgentToRunAway() {
    World small = Worlds.of(new Origin(1, 0), 11);
    FaultOrder order = FaultOrder.parse("runaway-agent");
    assertThrows(IllegalArgumentException.class, () -> order.in(small, HOUR));
  }

  @Test
  void victimsAreThoseThatDependOnTheCulprit() {
    assertEquals(Set.of("checkout", "frontend"), victims("bad-deploy:payment"));
    assertEquals(
        Set.of("checkout", "frontend", "payment"), victims("dependency-outage:payment-db"));
    assertEquals(Set.of("checkout", "frontend"), victims("slow-edge:checkout/payment"));
    assertEquals(Set.of("assistant", "frontend", "support-agent"), victims("provider-429"));
    assertEquals(Set.of(), victims("quality-drop"));
  }

  @Property
  void lengthsOfTimeReadBackAsTheyWereWritten(
      @ForAll @LongRange(min = 0, max = 99_999_999) long s) {
    Duration length = Duration.ofSeconds(s);
    assertEquals(length, EventSpan.parse(EventSpan.format(length)));
  }

  private static Set<String> victims(String order) {
    return FaultOrder.parse(order).in(SHOP, HOUR).victims(SHOP);
  }
}
