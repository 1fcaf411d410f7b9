// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceFoldTest {
  private static final long DAY = 86_400_000L;

  private final PriceFold fold = new PriceFold("input_cost_per_token");

  private void price(long day, String price) {
    fold.add(event(day, null, new BigDecimal(price), null));
  }

  private void judge(long day, boolean approved, @Nullable Long meantDay) {
    Long meant = meantDay == null ? null : meantDay * DAY;
    fold.add(event(day, null, null, new PriceEvent.Judgement(approved, meant)));
  }

  private static PriceEvent event(
      long day,
      @Nullable BigDecimal before,
      @Nullable BigDecimal price,
      PriceEvent.@Nullable Judgement judgement) {
    return new PriceEvent(day * DAY, "m", "input_cost_per_token", before, price, judgement);
  }

  private String known(long day) {
    return "" + fold.series().known().at(day * DAY);
  }

  private String corrected(long day) {
    return "" + fold.series().corrected().at(day * DAY);
  }

  @Test
  void theTypoOfOctober2025IsNeverUsedAndItsCorrectionHoldsSinceIt() {
    price(0, "0.000003");
    price(7, "0.000033");
    price(12, "0.0000033");
    assertEquals("null", known(-1));
    assertEquals("0.000003", known(8));
    assertEquals("0.0000033", known(12));
    assertEquals("0.000003", corrected(6));
    assertEquals("0.0000033", corrected(7));
    assertEquals(12 * DAY, fold.series().correctedAt(8 * DAY));
    assertNull(fold.series().correctedAt(12 * DAY));
    assertEquals("0.000033", "" + fold.series().listed().at(8 * DAY));
  }

  @Test
  void aLeapDownwardsWaitsAsOneUpwardsDoes() {
    price(0, "0.000005");
    price(1, "0.000001");
    assertEquals("0.000005", known(2));
    price(2, "0.0000049");
    assertEquals("0.0000049", corrected(1));
  }

  @Test
  void lessThanFiveTimesIsNoLeap() {
    price(0, "0.000001");
    price(1, "0.00000499");
    assertEquals("0.00000499", known(1));
    assertEquals(List.of(), fold.series().quarantines());
  }

  @Test
  void anApprovalMakesALeapKnownWhenItIsSaidAndTrueSinceItAppeared() {
    price(0, "0.000001");
    price(3, "0.00001");
    judge(5, true, 3L);
    assertEquals("0.000001", known(4));
    assertEquals("0.00001", known(5));
    assertEquals("0.00001", corrected(3));
    assertEquals("0.000001", corrected(2));
    assertEquals(5 * DAY, fold.series().correctedAt(3 * DAY));
  }

  @Test
  void anApprovalOfAnotherPriceChangesNothing() {
    price(0, "0.000001");
    price(3, "0.00001");
    judge(5, true, 2L);
    assertEquals("0.000001", known(6));
    judge(6, false, null);
    assertEquals("rejected", fold.series().quarantines().get(0).outcome());
  }

  @Test
  void ofTwoLeapsTheFirstBeginsTheDoubt() {
    price(0, "0.000001");
    price(3, "0.001");
    price(4, "0.0001");
    price(6, "0.000002");
    assertEquals("0.000001", known(5));
    assertEquals("0.000002", corrected(3));
    assertEquals(2, fold.series().quarantines().size());
  }

  @Test
  void aPriceWhereNoneWasIsNoLeapButOneThatVanishesIs() {
    price(0, "0");
    price(1, "0.000001");
    assertEquals("0.000001", known(1));
    price(2, "0");
    assertEquals("0.000001", known(2));
  }

  @Test
  void aPriceTakenAwayStillHoldsForWhatWasUsedBefore() {
    price(0, "0.000001");
    fold.add(event(2, null, null, null));
    assertEquals("0.000001", known(1));
    assertEquals("null", known(2));
  }

  @Test
  void aFirstNewsThatIsALeapLeavesWhatWasThePriceBefore() {
    fold.add(event(4, new BigDecimal("0.000001"), new BigDecimal("0.001"), null));
    assertEquals("null", known(3));
    assertEquals("0.000001", known(4));
  }
}
