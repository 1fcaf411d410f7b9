// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {
  private static final int THROWS = 40_000;

  @Test
  void throwsAreTheSameOnEveryMachine() {
    Dice dice = Dice.of(42, "cart", "metrics");
    assertEquals(-4383519537717539649L, dice.any());
    assertEquals(1.495635986328125, dice.normal(), 0);
    assertEquals(0.4865510816278462, dice.gap(1), 0);
    assertEquals(21.594938326485952, dice.around(10, 0.5), 0);
    assertEquals(2, dice.poisson(3));
    assertEquals(288, dice.poisson(300));
    assertEquals(588, dice.below(1000));
  }

  @Test
  void everyOwnerAndStreamHasDiceOfItsOwn() {
    long first = Dice.of(1, "cart", "metrics-0").any();
    assertNotEquals(first, Dice.of(1, "cart", "metrics-1").any());
    assertNotEquals(first, Dice.of(1, "payment", "metrics-0").any());
    assertNotEquals(first, Dice.of(2, "cart", "metrics-0").any());
    assertEquals(first, Dice.of(1, "cart", "metrics-0").any());
  }

  @Test
  void normalThrowsHaveMeanZeroAndSpreadOne() {
    Dice dice = Dice.of(1, "test", "normal");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < THROWS; i++) {
      double thrown = dice.normal();
      sum += thrown;
      squares += thrown * thrown;
    }
    assertEquals(0, sum / THROWS, 0.02);
    assertEquals(1, squares / THROWS, 0.03);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 5, 29, 31, 4_000})
  void poissonThrowsHaveTheirMeanAndVariance(double mean) {
    Dice dice = Dice.of(1, "test", "poisson");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < THROWS; i++) {
      double thrown = dice.poisson(mean);
      sum += thrown;
      squares += (thrown - mean) * (thrown - mean);
    }
    assertEquals(mean, sum / THROWS, 0.03 * StrictMath.sqrt(mean));
    assertEquals(mean, squares / THROWS, 0.06 * mean);
  }

  @Test
  void gapsHaveTheirMean() {
    Dice dice = Dice.of(1, "test", "gap");
    double sum = 0;
    for (int i = 0; i < THROWS; i++) {
      sum += dice.gap(7);
    }
    assertEquals(7, sum / THROWS, 0.2);
  }

  @Property
  void wholeNumbersStayBelowTheirBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    int thrown = Dice.of(seed, "test", "below").below(bound);
    assertTrue(thrown >= 0 && thrown < bound);
  }
}
