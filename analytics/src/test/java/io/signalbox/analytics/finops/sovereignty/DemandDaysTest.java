// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandDaysTest {
  private static final long DAY = 86_400_000L;

  private static List<Demand> days(int... used) {
    List<Demand> days = new ArrayList<>();
    for (int day : used) {
      Demand one = new Demand(day * DAY, 1);
      one.add(day * DAY + 5, new Bin(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(day)));
      days.add(one);
    }
    return days;
  }

  private static String text(List<Demand> windows) {
    List<String> texts = new ArrayList<>();
    for (Demand window : windows) {
      texts.add(window.fromMs() / DAY + ":" + window.requests() + "=" + window.cost());
    }
    return String.join(" ", texts);
  }

  @Test
  void windowsEndWithTheDayAndGoBackAsFarAsAnythingWasAskedFor() {
    assertEquals("2:1=8", text(DemandDays.windows(days(8), 9 * DAY, 7)));
    assertEquals("1:2=8 8:1=14", text(DemandDays.windows(days(1, 7, 14), 15 * DAY, 7)));
    assertEquals("-6:1=0 1:2=8 8:0=0", text(DemandDays.windows(days(0, 1, 7), 15 * DAY, 7)));
  }

  @Test
  void aDayThatWasAskedForAndTakenBackIsNothing() {
    Demand day = days(3).get(0);
    day.add(3 * DAY + 9, new Bin(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(3)).negate());
    assertEquals(true, day.isNothing());
    assertEquals(0, day.daysUsed());
  }
}
